package io.chargeproof.architecture.wrong.attic;

final class Lost {}
