import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { ensureCertificate, type LocalCertificate } from "../../infra/local/certificate/certificate.ts";

/**
 * A certificate in a folder of its own that this test process trusts, as NODE_EXTRA_CA_CERTS would make it.
 * `forget` takes the trust back and removes the folder.
 */
export async function trustedCertificate(): Promise<
  LocalCertificate & { folder: string; forget(): Promise<void> }
> {
  const folder = await mkdtemp(join(tmpdir(), "clear-days-certificate-"));
  const certificate = await ensureCertificate(folder);
  const before = getCACertificates("default");
  setDefaultCACertificates([...before, certificate.cert]);
  return {
    ...certificate,
    folder,
    forget: async () => {
      setDefaultCACertificates(before);
      await rm(folder, { recursive: true });
    },
  };
}
