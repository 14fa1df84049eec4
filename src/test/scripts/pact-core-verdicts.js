// Has Pact's own verifier judge pacts, one after the other. Reads {"cases": [{"id", "pact", "base", "states"}]} from the
// file that is given; writes one line of JSON a case to the other: {"id", "green", "why"}.
//
//   NODE_PATH=target/pact-core/node_modules node src/test/scripts/pact-core-verdicts.js CASES VERDICTS
process.env.PACT_DO_NOT_TRACK = 'true';
const fs = require('fs');
const { default: pact } = require('@pact-foundation/pact-core');

const [input, output] = process.argv.slice(2);
const { cases } = JSON.parse(fs.readFileSync(input, 'utf8'));

function why(text) {
  try {
    const { errors } = JSON.parse(text);
    return errors.map(each => JSON.stringify(each.mismatch)).join('; ');
  } catch (notJson) {
    return String(text);
  }
}

async function judge({ id, provider, pact: file, base, states }) {
  const options = { provider, providerBaseUrl: base, pactUrls: [file], logLevel: 'error' };
  if (states) {
    options.providerStatesSetupUrl = states;
  }
  try {
    await pact.verifyPacts(options);
    return { id, green: true, why: '' };
  } catch (error) {
    return { id, green: false, why: why(error.message || error) };
  }
}

(async () => {
  const out = fs.createWriteStream(output);
  for (const each of cases) {
    out.write(JSON.stringify(await judge(each)) + '\n');
  }
  out.end(() => process.exit(0));
})();
