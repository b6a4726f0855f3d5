/** What can be set for a build for readers. */
export const publicBuildSettings = ['BUILD_DATE', 'SITE_COMMIT', 'ABO_SITE', 'ABO_HOST', 'ABO_PORT'] as const;

/** What a build leaves out, or does again without need. */
export interface BuildOptions {
  /** Makes everything anew. */
  full?: boolean;
  withoutSearch?: boolean;
  withoutCompression?: boolean;
}

/** What a build for readers can be told. */
export interface PublicBuildOptions extends BuildOptions {
  /** Refuses example data too. */
  release?: boolean;
}
