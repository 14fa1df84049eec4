package io.chargeproof.architecture.wrong.evcnet;

import io.chargeproof.architecture.wrong.oioi.KnowsTheOne;
import java.util.List;

public record KnowsTheOther(List<KnowsTheOne> others) {}
