/** By what it is known, without reading it, that a file is as it was. */
interface FileStamp {
  size: number;
  /** Of the last change of its bytes; a program may set it. */
  mtimeMs: number;
  /** Of the last change of anything about it; no program sets it. */
  ctimeMs: number;
  ino: number;
}

/** Changes whenever a file does: its size, the times of its last change, which file of the disk it is. */
export function diskState({ size, mtimeMs, ctimeMs, ino }: FileStamp): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/**
 * Whether one more change, at this moment or later, would be seen in the file's state: two within one tick of the disk's
 * clock have the same time. Some disks count whole seconds, FAT every other.
 */
export function isSettled({ ctimeMs }: Pick<FileStamp, 'ctimeMs'>, moment = Date.now()): boolean {
  return moment - ctimeMs > (ctimeMs % 1_000 === 0 ? 2_500 : 100);
}
