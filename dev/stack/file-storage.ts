import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { App } from "@supabase/lite";

type StorageAdapter = NonNullable<App["_storageAdapter"]>;
type Metadata = Awaited<ReturnType<StorageAdapter["uploadObject"]>>;

/** Where Storage keeps what is uploaded: two files an object, its bytes and what is known of them. */
export function fileStorage(directory: string): StorageAdapter {
  const pathOf = (bucket: string, key: string) => join(directory, bucket, key);
  const factsOf = (bucket: string, key: string) => `${pathOf(bucket, key)}.json`;

  async function headObject(bucket: string, key: string): Promise<Metadata> {
    const facts = JSON.parse(await readFile(factsOf(bucket, key), "utf8"));
    return { ...facts, lastModified: new Date(facts.lastModified) };
  }

  async function write(bucket: string, key: string, bytes: Buffer, type: string, cache: string) {
    const facts = {
      cacheControl: cache,
      contentLength: bytes.length,
      size: bytes.length,
      mimetype: type,
      lastModified: new Date(),
      eTag: `"${createHash("md5").update(bytes).digest("hex")}"`,
    };
    await mkdir(dirname(pathOf(bucket, key)), { recursive: true });
    await writeFile(pathOf(bucket, key), bytes);
    await writeFile(factsOf(bucket, key), JSON.stringify(facts));
    return facts;
  }

  async function deleteObject(bucket: string, key: string): Promise<void> {
    await rm(pathOf(bucket, key), { force: true });
    await rm(factsOf(bucket, key), { force: true });
  }

  return {
    driver: null,
    headObject,
    deleteObject,
    async getObject(bucket, key) {
      const metadata = await headObject(bucket, key);
      return { metadata, httpStatusCode: 200, body: await readFile(pathOf(bucket, key)) };
    },
    async uploadObject(bucket, key, _version, body, type, cache) {
      const bytes = await new Response(body as BodyInit).arrayBuffer();
      return write(bucket, key, Buffer.from(bytes), type, cache);
    },
    async deleteObjects(bucket, keys) {
      await Promise.all(keys.map((key) => deleteObject(bucket, key)));
    },
    async copyObject(fromBucket, from, _version, toBucket, to) {
      const { mimetype, cacheControl } = await headObject(fromBucket, from);
      const bytes = await readFile(pathOf(fromBucket, from));
      return write(toBucket, to, bytes, mimetype, cacheControl);
    },
    privateAssetUrl: async (bucket, key) => pathToFileURL(pathOf(bucket, key)).href,
  };
}
