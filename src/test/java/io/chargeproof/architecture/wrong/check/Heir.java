package io.chargeproof.architecture.wrong.check;

final class Heir extends Open {}
