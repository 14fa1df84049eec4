package io.chargeproof.run;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Transport;
import io.chargeproof.oioi.Details;
import io.chargeproof.oioi.IdentifierType;
import io.chargeproof.oioi.UserAnswer;
import io.chargeproof.steps.Role;
import io.chargeproof.steps.Users;
import io.chargeproof.target.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the test users' details back at the end of a run, and says what the target doesn't take back. */
final class Restoration {
    private final Transport transport;
    private final Users users;

    Restoration(Transport transport, Users users) {
        this.transport = transport;
        this.users = users;
    }

    /**
     * Puts back whatever differs in a letter; a sentence for each user who isn't as before then. What a target makes of any
     * text that it stores is no difference.
     */
    List<String> restore() {
        List<String> leftovers = new ArrayList<>();
        for (Map.Entry<Role, ObjectNode> before : users.allBefore().entrySet()) {
            TestUser user = users.find(before.getKey());
            if (user != null && !shows(read(user), before.getValue(), Details::isSame)) {
                Exchange post = transport.send(users.post(user, before.getValue()));
                Exchange read = read(user);
                if (!shows(read, before.getValue(), Details::isSameInMeaning)) {
                    leftovers.add(leftover("oioi.users." + before.getKey().label(), post, read));
                }
            }
        }
        return leftovers;
    }

    private static String leftover(String user, Exchange post, Exchange read) {
        return read.isInconclusive()
                ? "nobody could see whether the details of " + user + " are as before: " + read.outcomeInWords()
                        + "; put them back with 'chargeproof restore' once the target answers"
                : "the details of " + user + " aren't as before; the target answered "
                        + UserAnswer.of(post).inWords();
    }

    private Exchange read(TestUser user) {
        return transport.send(users.read(IdentifierType.USERNAME, user.username(), user));
    }

    private static boolean shows(Exchange read, ObjectNode before, BiPredicate<JsonNode, JsonNode> same) {
        return UserAnswer.of(read).user().filter(now -> same.test(now, before)).isPresent();
    }
}
