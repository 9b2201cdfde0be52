import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "selfsigned";

/** A certificate for the local services, as files and as PEM text. */
export interface LocalCertificate {
  /** PEM file of the certificate; it is its own authority, so this is the value for NODE_EXTRA_CA_CERTS. */
  readonly certFile: string;
  /** PEM file of the private key, readable by its owner only. */
  readonly keyFile: string;
  readonly cert: string;
  readonly key: string;
}

const DAY_IN_MILLISECONDS = 86_400_000;
const LIFETIME_IN_DAYS = 365;
const RENEW_WHEN_DAYS_LEFT = 14;

/**
 * The certificate for `localhost` and 127.0.0.1 kept in `folder`: the stored one while it has a fortnight
 * left, otherwise a new one (elliptic curve, a year). It vouches for itself and for nothing else: it is not
 * an authority that could sign other certificates.
 *
 * @throws when the folder cannot be read or written.
 */
export async function ensureCertificate(folder: string): Promise<LocalCertificate> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const certFile = join(folder, "localhost-cert.pem");
  const keyFile = join(folder, "localhost-key.pem");
  const kept = await readPair(certFile, keyFile);
  if (kept && isUsable(kept.cert, kept.key, new Date())) return { certFile, keyFile, ...kept };

  const made = await makePair();
  await replaceFile(keyFile, made.key);
  await replaceFile(certFile, made.cert);
  return { certFile, keyFile, ...made };
}

async function makePair(): Promise<{ cert: string; key: string }> {
  const notBeforeDate = new Date(Date.now() - DAY_IN_MILLISECONDS);
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    notBeforeDate,
    notAfterDate: new Date(notBeforeDate.getTime() + LIFETIME_IN_DAYS * DAY_IN_MILLISECONDS),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  return { cert: made.cert, key: made.private };
}

function isUsable(cert: string, key: string, at: Date): boolean {
  try {
    const certificate = new X509Certificate(cert);
    const daysLeft = (Date.parse(certificate.validTo) - at.getTime()) / DAY_IN_MILLISECONDS;
    return (
      daysLeft > RENEW_WHEN_DAYS_LEFT &&
      Date.parse(certificate.validFrom) <= at.getTime() &&
      certificate.checkHost("localhost") !== undefined &&
      certificate.checkIP("127.0.0.1") !== undefined &&
      certificate.checkPrivateKey(createPrivateKey(key))
    );
  } catch {
    // A damaged file is not a reason to stop: a fresh pair takes its place.
    return false;
  }
}

async function readPair(
  certFile: string,
  keyFile: string,
): Promise<{ cert: string; key: string } | undefined> {
  try {
    const [cert, key] = await Promise.all([readFile(certFile, "utf8"), readFile(keyFile, "utf8")]);
    return { cert, key };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Never leaves a half-written file where another process could read it. */
async function replaceFile(file: string, text: string): Promise<void> {
  const unfinished = `${file}.${process.pid}.new`;
  await writeFile(unfinished, text, { mode: 0o600 });
  await rename(unfinished, file);
}
