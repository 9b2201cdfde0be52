import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from "jose";

/** The issuer's one RSA key: signs, verifies, and publishes its public half. */
export interface SigningKey {
  /** Signs the claims as they are; the caller has put the times in. */
  sign(claims: JWTPayload): Promise<string>;
  /**
   * The claims of a token that this key signed, that names `issuer` and `audience`, and whose time is now.
   * @throws jose's error when any of these is not so.
   */
  verify(
    token: string,
    expected: { issuer: string; audience: string | string[]; at: Date },
  ): Promise<JWTPayload>;
  /** JSON Web Key Set. The endorsement is what botbuilder asks of a channel's key. */
  readonly keySet: { readonly keys: JWK[] };
}

/**
 * Opens the key kept in `keyFile`, or makes one and keeps it there (mode 600), so that tokens outlive a
 * restart. Without a file the key lives as long as the process.
 *
 * @throws when the file exists and does not hold a private RSA key.
 */
export async function openSigningKey(keyFile: string | undefined): Promise<SigningKey> {
  const privateJwk = (keyFile && (await readKey(keyFile))) || (await makeKey(keyFile));
  const privateKey = await importJWK(privateJwk, "RS256");
  const kid = await calculateJwkThumbprint(privateJwk);
  const publicJwk: JWK = {
    kty: "RSA",
    ...(privateJwk.n === undefined ? {} : { n: privateJwk.n }),
    ...(privateJwk.e === undefined ? {} : { e: privateJwk.e }),
    use: "sig",
    alg: "RS256",
    kid,
  };
  const keys = createLocalJWKSet({ keys: [publicJwk] });
  return {
    sign: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: "RS256", typ: "JWT", kid }).sign(privateKey),
    verify: async (token, { issuer, audience, at }) => {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        currentDate: at,
        algorithms: ["RS256"],
        requiredClaims: ["exp"],
      });
      return payload;
    },
    keySet: { keys: [{ ...publicJwk, endorsements: ["msteams"] } as JWK] },
  };
}

async function readKey(keyFile: string): Promise<JWK | undefined> {
  let text: string;
  try {
    text = await readFile(keyFile, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  const jwk = JSON.parse(text) as JWK;
  if (jwk.kty !== "RSA" || !jwk.d) {
    throw new Error(
      `${keyFile} does not hold a private RSA key. Delete it and a new one is made; people sign in again.`,
    );
  }
  return jwk;
}

async function makeKey(keyFile: string | undefined): Promise<JWK> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  if (keyFile) {
    await mkdir(dirname(keyFile), { recursive: true, mode: 0o700 });
    await writeFile(keyFile, `${JSON.stringify(jwk)}\n`, { mode: 0o600 });
    await chmod(keyFile, 0o600);
  }
  return jwk;
}
