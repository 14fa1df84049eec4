package io.chargeproof.architecture.wrong.check;

public class Open {}
