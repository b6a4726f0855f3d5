/** The example's drawings, by the file in `content/issues/` that each becomes. */
import { area, box, disc, grid, monitor, person, scene, sitter, stroke, tint, tree, writing } from './shapes.ts';

const hills = area('M0 620Q300 520 640 600T1240 560T1600 600V900H0Z', tint.leaf);

const binders = (x: number, y: number, count: number, height = 150) =>
  grid(count, 1, (column) => {
    const fill = [tint.petrol, tint.brick, tint.ochre, tint.teal, tint.leaf][(column * 3) % 5] ?? tint.petrol;
    return (
      box(x + column * 48, y - height, 42, height, fill, 4) +
      box(x + column * 48 + 11, y - height + 26, 20, 46, tint.paper)
    );
  });

const shelf = (x: number, y: number, width: number) => box(x, y, width, 16, tint.brown);

const letter = (x: number, y: number, width: number, fill: string = tint.white) =>
  box(x, y, width, width * 0.64, fill, 8) +
  stroke(`M${x + 8} ${y + 8}L${x + width / 2} ${y + width * 0.38}L${x + width - 8} ${y + 8}`, tint.teal, 8);

const tablet = (x: number, y: number, width: number) =>
  box(x, y, width, width * 0.7, tint.ink, 12) +
  box(x + 12, y + 12, width - 24, width * 0.7 - 24, tint.sky, 4) +
  writing(x + 30, y + 32, [width * 0.6, width * 0.45, width * 0.55], width * 0.14, tint.petrol);

const rack = (x: number, lamps: number) =>
  box(x, 170, 250, 570, tint.ink, 10) +
  grid(1, 9, (_, row) => {
    const y = 196 + row * 58;
    const lit = (lamps + row) % 4 === 0 ? tint.ochre : tint.sky;
    return (
      box(x + 20, y, 210, 42, tint.petrol, 5) +
      disc(x + 44, y + 21, 8, lit) +
      box(x + 130, y + 16, 80, 10, tint.teal, 5)
    );
  });

const townHall = [
  box(330, 380, 900, 380, tint.sand),
  area('M290 390L420 250H1140L1270 390Z', tint.brick),
  box(690, 190, 180, 570, tint.paper),
  area('M670 200L780 60L890 200Z', tint.petrol),
  disc(780, 290, 58, tint.ink) + disc(780, 290, 48, tint.white),
  stroke('M780 290V254M780 290L806 304', tint.ink, 8),
  grid(3, 2, (column, row) => box(390 + column * 95, 440 + row * 150, 56, 92, tint.petrol, 6)),
  grid(3, 2, (column, row) => box(925 + column * 95, 440 + row * 150, 56, 92, tint.petrol, 6)),
  area('M725 760V640a55 55 0 0 1 110 0V760Z', tint.brown),
  box(750, 410, 60, 100, tint.petrol, 6),
];

export const scenes: Readonly<Record<string, string>> = {
  '2026-kw05/rathaus-winter.png': scene(
    tint.sky,
    disc(1340, 190, 70, tint.paper),
    area('M0 640Q400 560 800 620T1600 590V900H0Z', tint.mist),
    ...townHall,
    area('M290 390L420 250H680V300H470L390 390Z', tint.white),
    area('M880 250H1140L1270 390H1170L1090 300H880Z', tint.white),
    box(0, 760, 1600, 140, tint.white),
    tree(170, 770, 240, tint.mist) + tree(1420, 770, 260, tint.mist),
    person(520, 866, 170, tint.brick) + person(600, 872, 165, tint.petrol, tint.brown),
  ),
  '2026-kw09/registratur.png': scene(
    tint.paper,
    grid(1, 4, (_, row) => binders(90, 190 + row * 190, 14) + shelf(70, 190 + row * 190, 720)),
    box(0, 790, 1600, 110, tint.sand),
    box(900, 620, 620, 24, tint.brown, 6) + box(940, 640, 24, 180, tint.brown) + box(1456, 640, 24, 180, tint.brown),
    monitor(1210, 620, 380),
    writing(1060, 390, [190, 260, 150], 34, tint.teal) + disc(1350, 490, 40, tint.leaf),
    stroke('M1332 490L1346 506L1372 474', tint.white, 10),
  ),
  '2026-kw09/aktenschrank-vorher.png': scene(
    tint.paper,
    box(250, 60, 1100, 780, tint.brown, 10),
    grid(1, 4, (_, row) => box(280, 90 + row * 185, 1040, 170, tint.sand) + binders(296, 258 + row * 185, 21)),
  ),
  '2026-kw09/aktenschrank-nachher.png': scene(
    tint.paper,
    box(250, 60, 1100, 780, tint.brown, 10),
    grid(1, 4, (_, row) => box(280, 90 + row * 185, 1040, 170, tint.sand)),
    binders(296, 258, 3) + tablet(700, 310, 190) + binders(1160, 628, 3, 140),
    box(1080, 200, 90, 60, tint.brick, 8) + tree(1125, 210, 90, tint.moss),
  ),
  '2026-kw13/angelhaken.png': scene(
    tint.petrol,
    area('M0 300Q200 260 400 300T800 300T1200 300T1600 300V900H0Z', tint.teal),
    area('M0 560Q200 520 400 560T800 560T1200 560T1600 560V900H0Z', tint.petrol),
    stroke('M820 0V520', tint.white, 8),
    stroke('M820 520v90a74 74 0 0 1 -148 0v-34', tint.white, 16),
    area('M640 590L672 540L704 590Z', tint.white),
    letter(690, 400, 260, tint.paper),
    letter(200, 640, 150, tint.sky) + letter(1180, 690, 150, tint.sky) + letter(1290, 470, 110, tint.sky),
  ),
  '2026-kw17/klassenzimmer.png': scene(
    tint.mist,
    box(330, 90, 940, 400, tint.moss, 8) + box(330, 490, 940, 20, tint.brown),
    writing(400, 150, [380, 300, 420], 70, tint.mist),
    disc(1090, 280, 90, tint.ochre) + area('M1090 280V190A90 90 0 0 1 1180 280Z', tint.paper),
    box(0, 800, 1600, 100, tint.sand),
    grid(3, 1, (column) =>
      sitter(330 + column * 470, 690, 110, [tint.brick, tint.ochre, tint.petrol][column] ?? tint.teal),
    ),
    grid(
      3,
      1,
      (column) =>
        box(170 + column * 470, 690, 330, 26, tint.brown, 6) + box(200 + column * 470, 710, 22, 130, tint.brown),
    ),
    grid(3, 1, (column) => box(448 + column * 470, 710, 22, 130, tint.brown) + tablet(270 + column * 470, 606, 120)),
  ),
  '2026-kw21/glasfaser.png': scene(
    tint.sky,
    disc(1330, 180, 80, tint.ochre),
    hills,
    box(220, 470, 190, 150, tint.paper) + area('M190 480L315 380L440 480Z', tint.brick),
    box(520, 500, 150, 110, tint.sand) + area('M495 510L595 430L695 510Z', tint.brick),
    box(1040, 430, 90, 180, tint.paper) + area('M1030 440L1085 320L1140 440Z', tint.petrol),
    tree(120, 640, 180, tint.moss) + tree(800, 640, 200, tint.moss) + tree(1420, 650, 230, tint.moss),
    box(0, 690, 1600, 210, tint.brown),
    stroke('M0 800C300 740 460 850 760 790S1320 740 1600 800', tint.ochre, 26),
    stroke('M0 800C300 740 460 850 760 790S1320 740 1600 800', tint.paper, 8),
    stroke('M315 620V782M1085 610V768', tint.ochre, 12),
  ),
  '2026-kw25/sitzungssaal.png': scene(
    tint.paper,
    grid(
      4,
      1,
      (column) => box(120 + column * 360, 80, 280, 330, tint.sky, 8) + box(254 + column * 360, 80, 12, 330, tint.white),
    ),
    box(0, 780, 1600, 120, tint.sand),
    grid(5, 1, (column) =>
      sitter(
        260 + column * 270,
        610,
        105,
        [tint.petrol, tint.brick, tint.teal, tint.ochre, tint.moss][column] ?? tint.petrol,
        column % 2 ? tint.brown : tint.ink,
      ),
    ),
    area('M80 610H1520L1580 800H20Z', tint.brown),
    grid(5, 1, (column) => tablet(190 + column * 270, 640, 140)),
  ),
  '2026-kw30-31/wahlurne.png': scene(
    tint.mist,
    box(0, 720, 1600, 180, tint.teal),
    box(520, 400, 560, 400, tint.petrol, 14) + box(480, 360, 640, 70, tint.ink, 14),
    box(640, 384, 320, 20, tint.mist, 8),
    area('M690 160L930 130L950 384H700Z', tint.white),
    writing(740, 200, [150, 120, 140], 40, tint.sky) + disc(860, 330, 22, tint.brick),
    disc(800, 600, 90, tint.teal) + stroke('M756 600L790 636L850 564', tint.white, 22),
    person(250, 830, 330, tint.brick) + person(1330, 830, 350, tint.ochre, tint.brown),
  ),
  '2026-kw35/poststelle.png': scene(
    tint.sky,
    box(0, 700, 1600, 200, tint.sand),
    box(120, 620, 1360, 36, tint.brown, 8) + box(170, 650, 30, 190, tint.brown) + box(1400, 650, 30, 190, tint.brown),
    grid(1, 5, (_, row) => letter(190 + (row % 2) * 16, 500 - row * 62, 200, row % 2 ? tint.paper : tint.white)),
    box(560, 440, 430, 180, tint.ink, 16) + box(600, 400, 350, 60, tint.teal, 10) + disc(930, 540, 16, tint.leaf),
    box(620, 520, 240, 18, tint.sky, 9) + area('M650 250H870V410H650Z', tint.white),
    writing(680, 285, [150, 120, 140], 36, tint.teal),
    monitor(1250, 620, 340) + writing(1120, 410, [210, 260, 170], 36, tint.petrol),
  ),
  '2026-kw39/serverraum.png': scene(
    tint.mist,
    box(0, 740, 1600, 160, tint.teal),
    rack(130, 0) + rack(420, 1) + rack(710, 2) + rack(1000, 3),
    person(1400, 830, 420, tint.ochre, tint.brown),
    box(1300, 560, 120, 84, tint.ink, 8) + box(1310, 570, 100, 64, tint.sky, 4),
    stroke('M255 170V90H1125V170M545 90V170M835 90V170', tint.petrol, 14),
  ),
  '2026-kw43/winterdienst.png': scene(
    tint.petrol,
    grid(9, 4, (column, row) => disc(90 + column * 180 + (row % 2) * 80, 80 + row * 130, 9, tint.white)),
    area('M0 620Q400 560 800 610T1600 590V900H0Z', tint.mist),
    box(0, 730, 1600, 170, tint.teal) + grid(6, 1, (column) => box(60 + column * 280, 812, 150, 14, tint.mist, 7)),
    box(600, 440, 560, 260, tint.ochre, 16) + area('M600 460L520 520H460V700H620Z', tint.brick),
    area('M486 540H570V610H486Z', tint.sky) + box(640, 400, 500, 60, tint.brown, 10),
    area('M400 600L456 620V740L360 770Z', tint.paper),
    disc(620, 720, 66, tint.ink) +
      disc(620, 720, 26, tint.sky) +
      disc(1040, 720, 66, tint.ink) +
      disc(1040, 720, 26, tint.sky),
    box(1330, 400, 22, 340, tint.ink) + box(1290, 330, 102, 80, tint.paper, 10) + disc(1341, 370, 20, tint.brick),
  ),
  '2026-kw48/buergerbuero.png': scene(
    tint.paper,
    box(90, 90, 420, 380, tint.sky, 8) + box(294, 90, 12, 380, tint.white) + box(90, 270, 420, 12, tint.white),
    box(1130, 110, 330, 200, tint.petrol, 12) + writing(1180, 156, [220, 160, 190], 48, tint.mist),
    box(0, 800, 1600, 100, tint.sand),
    sitter(800, 600, 150, tint.petrol, tint.brown),
    monitor(1040, 600, 260, tint.sky),
    box(360, 596, 900, 36, tint.brown, 8) + box(400, 630, 820, 190, tint.sand),
    box(400, 630, 820, 26, tint.ochre),
    person(300, 850, 480, tint.brick) + person(1390, 850, 460, tint.teal, tint.brown),
    box(590, 566, 110, 30, tint.white, 4) + tree(1520, 800, 200, tint.moss),
  ),
  '2026-kw48/musterstadt.png': scene(
    tint.mist,
    disc(1320, 200, 90, tint.ochre),
    hills,
    ...townHall,
    box(0, 760, 1600, 140, tint.sand),
    tree(170, 790, 260, tint.moss) + tree(1420, 790, 280, tint.moss) + tree(1540, 780, 200, tint.leaf),
    person(520, 872, 165, tint.petrol) +
      person(1010, 872, 170, tint.ochre, tint.brown) +
      person(1085, 872, 115, tint.brick),
  ),
};
