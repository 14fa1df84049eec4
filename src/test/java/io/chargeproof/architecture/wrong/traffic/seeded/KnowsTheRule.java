package io.chargeproof.architecture.wrong.traffic.seeded;

import io.chargeproof.architecture.wrong.traffic.rule.TheRule;

/** Is made with the words of the rule that it is to prove. */
final class KnowsTheRule {
    final TheRule rule = new TheRule();
}
