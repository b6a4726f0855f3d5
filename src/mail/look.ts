import type { Site } from '../model/library.ts';
import { logoSize } from '../model/logo.ts';
import { type Palette, paletteOf } from '../model/palette.ts';
import type { MailPicture } from './pictures.ts';

/** What an edition looks like. */
export interface MailLook {
  palette: Palette;
  /** As a PNG on its paper: programs that turn colours round leave pictures alone, so that it stays legible. */
  logo: (MailPicture & { alt: string; darkUrl: string | undefined }) | undefined;
}

/** The looks of the organisation; its logo lies on the site at `origin`. */
export function mailLook(site: Site, origin: string): MailLook {
  const { logo } = site;
  const palette = paletteOf(site);
  if (!logo?.shown) return { palette, logo: undefined };
  const { light, dark } = logo.shown;
  return {
    palette,
    logo: {
      alt: logo.alt,
      url: origin + light.png.path,
      ...logoSize(light.png),
      darkUrl: dark && origin + dark.png.path,
    },
  };
}
