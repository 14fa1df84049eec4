// Verifies the pacts with Pact's own verifier, against a sandbox that is served already:
//
//   ./chargeproof sandbox --port 18080
//   npm install --no-save --prefix target/pact-core @pact-foundation/pact-core
//   NODE_PATH=target/pact-core/node_modules node src/test/scripts/verify-with-pact-core.js http://127.0.0.1:18080
process.env.PACT_DO_NOT_TRACK = 'true';
const path = require('path');
const { default: pact } = require('@pact-foundation/pact-core');

const base = process.argv[2] || 'http://127.0.0.1:18080';
const pacts = path.resolve(__dirname, '../../../pacts');
const files = {
  'evc-net-customer-api': 'partner-backoffice-evc-net-customer-api.json',
  'oioi-user-api': 'driver-app-oioi-user-api.json',
};

async function verify(provider, file) {
  await pact.verifyPacts({
    provider,
    providerBaseUrl: base,
    pactUrls: [path.join(pacts, file)],
    providerStatesSetupUrl: base + '/_chargeproof/provider-states',
    logLevel: 'error',
  });
  console.log(`${provider}: verified`);
}

(async () => {
  let failed = 0;
  for (const [provider, file] of Object.entries(files)) {
    try {
      await verify(provider, file);
    } catch (error) {
      console.log(`${provider}: ${error.message || error}`);
      failed = 1;
    }
  }
  process.exit(failed);
})();
