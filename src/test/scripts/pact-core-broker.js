// Has Pact's own verifier verify the pacts of a broker, and publish what became of them. Ends with 0 if it is content.
//
//   NODE_PATH=target/pact-core/node_modules node src/test/scripts/pact-core-broker.js BROKER PROVIDER NAME VERSION BRANCH
process.env.PACT_DO_NOT_TRACK = 'true';
const { default: pact } = require('@pact-foundation/pact-core');

const [broker, base, provider, version, branch] = process.argv.slice(2);

pact.verifyPacts({
  provider,
  providerBaseUrl: base,
  pactBrokerUrl: broker,
  pactBrokerToken: 'let-me-in-0001',
  consumerVersionSelectors: [{ mainBranch: true }, { branch: 'feat/x' }],
  enablePending: true,
  providerVersion: version,
  providerVersionBranch: branch,
  publishVerificationResult: true,
  logLevel: 'warn',
}).then(
  () => process.exit(0),
  error => {
    console.error(String(error.message || error));
    process.exit(1);
  });
