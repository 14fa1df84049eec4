package io.chargeproof.architecture.wrong.check;

final class FindingUtils {}
