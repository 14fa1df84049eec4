package io.chargeproof.architecture.wrong.api.oioi;

import io.chargeproof.architecture.wrong.api.evcnet.KnowsTheOther;

public record KnowsTheOne(KnowsTheOther other) {}
