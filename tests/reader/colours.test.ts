import { describe, expect, it } from 'vitest';
import { contrastOnPaper } from '../../src/model/palette.ts';
import { inSite, library, problems } from './sample-content.ts';

const colours = (light: string, dark: string) => inSite(`colours: {light: "${light}", dark: "${dark}"}`);

describe('the colours of the house', () => {
  it('pass where text in them can be read on every paper', () => {
    expect(problems(colours('#0b5268', '#93cbe0'))).toEqual([]);
    expect(library(colours('#0b5268', '#93cbe0')).site.colours).toEqual({ light: '#0b5268', dark: '#93cbe0' });
  });

  it('are refused where the contrast is too low, with what was measured', () => {
    expect(problems(colours('#7fb2c4', '#0b5268'))).toMatchInlineSnapshot(`
      content/site.md:37 colours.light (error contrastTooLow)
        Gefunden: die Farbe „#7fb2c4“ mit einem Kontrast von 1,9 : 1 auf hellem Grund
        Erwartet: einen Kontrast von mindestens 4,5 : 1, damit alle den Text lesen können (WCAG 1.4.3)
        Zu tun: Wählen Sie einen dunkleren Ton derselben Farbe; der nächste, der reicht, ist "#427384".
      content/site.md:37 colours.dark (error contrastTooLow)
        Gefunden: die Farbe „#0b5268“ mit einem Kontrast von 1,7 : 1 auf dunklem Grund
        Erwartet: einen Kontrast von mindestens 4,5 : 1, damit alle den Text lesen können (WCAG 1.4.3)
        Zu tun: Wählen Sie einen helleren Ton derselben Farbe; der nächste, der reicht, ist "#5592ab".
    `);
  });

  it('are accepted as the refusal proposes them', () => {
    expect(problems(colours('#427384', '#5592ab'))).toEqual([]);
  });

  it('are refused when they are no colours', () => {
    expect(problems(colours('petrol', '#93cbe0'))).toMatchInlineSnapshot(`
      content/site.md:37 colours.light (error notAColour)
        Gefunden: „petrol“
        Erwartet: eine Farbe aus # und sechs Ziffern von 0 bis f, zum Beispiel "#0b5268"
        Zu tun: Nehmen Sie den Wert aus Ihren Gestaltungsregeln oder einem Farbwähler.
    `);
  });

  it('are measured against the papers of the chosen theme', () => {
    const barely = '#707478';
    expect(contrastOnPaper(barely, 'kern', 'light')).toBeLessThan(4.5);
    expect(problems({ ...inSite(`theme: kern\ncolours: {light: "${barely}", dark: "#ffffff"}`) })).toHaveLength(1);
    expect(problems(inSite('theme: kern'))).toEqual([]);
  });
});
