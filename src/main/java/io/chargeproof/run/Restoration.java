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
import tools.jackson.databind.node.ObjectNode;

/** Puts the test users' details back at the end of a run, and says what the target doesn't take back. */
final class Restoration {
    private final Transport transport;
    private final Users users;

    Restoration(Transport transport, Users users) {
        this.transport = transport;
        this.users = users;
    }

    /** Puts back; a sentence for each user who isn't as before. */
    List<String> restore() {
        List<String> leftovers = new ArrayList<>();
        for (Map.Entry<Role, ObjectNode> before : users.allBefore().entrySet()) {
            TestUser user = users.find(before.getKey());
            if (user != null && !isAsBefore(user, before.getValue())) {
                Exchange post = transport.send(users.post(user, before.getValue()));
                if (!isAsBefore(user, before.getValue())) {
                    leftovers.add("the details of oioi.users." + before.getKey().label()
                            + " aren't as before; the target answered "
                            + UserAnswer.of(post).inWords());
                }
            }
        }
        return leftovers;
    }

    private boolean isAsBefore(TestUser user, ObjectNode before) {
        Exchange read = transport.send(users.read(IdentifierType.USERNAME, user.username(), user));
        return UserAnswer.of(read)
                .user()
                .filter(now -> Details.isSame(now, before))
                .isPresent();
    }
}
