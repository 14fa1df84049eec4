package io.chargeproof.architecture.wrong.oioi;

import io.chargeproof.architecture.wrong.evcnet.KnowsTheOther;

public record KnowsTheOne(KnowsTheOther other) {}
