import type { Site } from '../../model/library.ts';

/** The organisation's logo above a page. */
export interface LogoView {
  alt: string;
  /** Path of the file; its size as shown, in pixels. */
  path: string;
  width: number;
  height: number;
  /** The file for dark surroundings; without it the other needs a light ground there. */
  darkPath: string | undefined;
}

/** Undefined where there is none, or none that may be published. */
export function logoView({ logo }: Pick<Site, 'logo'>): LogoView | undefined {
  if (!logo?.shown) return undefined;
  const { light, dark } = logo.shown;
  const { path, width, height } = light.onPage;
  return { alt: logo.alt, path, width, height, darkPath: dark?.onPage.path };
}
