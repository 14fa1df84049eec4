package io.chargeproof.architecture.wrong.sandbox;

import io.chargeproof.architecture.wrong.check.Open;

record KnowsTheChecks(Open check) {}
