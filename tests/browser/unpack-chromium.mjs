// Unpacks the Chromium of the npm package into the folder for temporary files (TMPDIR), and with it the libraries that
// it brings for Amazon's machines, which a bare Linux lacks too. A process of its own, because both are told by variables.
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
