package io.chargeproof.architecture.wrong.exchange;

import io.chargeproof.architecture.wrong.check.Open;

record LooksBack(Open check) {}
