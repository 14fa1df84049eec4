package io.chargeproof.sandbox.oioi;

import tools.jackson.databind.node.ObjectNode;

/** Shows all ten documented members, null where there is no value. */
final class TenMembers implements UserView {
    @Override
    public ObjectNode show(User user, UserReference reference) {
        ObjectNode shown = user.details();
        Details.TEXTS.forEach(name -> shown.putIfAbsent(name, shown.nullNode()));
        Details.ADDRESSES.forEach(name -> shown.putIfAbsent(name, shown.nullNode()));
        return shown.put("evco-id", user.evcoId());
    }
}
