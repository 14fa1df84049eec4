package io.chargeproof.architecture.wrong.api.evcnet;

import io.chargeproof.architecture.wrong.api.oioi.KnowsTheOne;
import java.util.List;

public record KnowsTheOther(List<KnowsTheOne> others) {}
