// usage: count.mjs REPORT FAILED_STEPS: sums up the test runner's JSON report; exits 1 if anything failed or no test ran.
import { readFileSync } from 'node:fs';

const [report = '', failedSteps = '0'] = process.argv.slice(2);
const { numPassedTests, numFailedTests, numPendingTests, success } = JSON.parse(readFileSync(report, 'utf8'));
const failed = Math.max(numFailedTests, success ? 0 : 1, Number(failedSteps) > 0 ? 1 : 0);
console.log(`${numPassedTests} passed, ${failed} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''}`);
process.exitCode = failed > 0 || numPassedTests === 0 ? 1 : 0;
