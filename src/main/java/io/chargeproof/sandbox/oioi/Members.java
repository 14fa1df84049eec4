package io.chargeproof.sandbox.oioi;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Edits of single members of a user or of details. A member is named by its path, such as {@code vat} or
 * {@code billing-address.zip}; {@code *.zip} is the member of either address.
 */
final class Members {
    static final List<String> ADDRESSES = List.of("address", "billing-address");
    static final List<String> TEXTS =
            List.of("first-name", "last-name", "billing-name", "social-security-number", "phone");
    private static final List<String> ADDRESS_TEXTS = List.of("*.street", "*.street-number", "*.zip", "*.city");

    private Members() {}

    /** A member that is there, null or not, becomes something else. */
    static Consumer<ObjectNode> each(String path, UnaryOperator<JsonNode> change) {
        String name = path.substring(path.indexOf('.') + 1);
        return root -> holders(root, path)
                .filter(holder -> holder.has(name))
                .forEach(holder -> holder.set(name, change.apply(holder.path(name))));
    }

    /** A member that is a string becomes something else. */
    static Consumer<ObjectNode> retyped(String path, Function<String, JsonNode> change) {
        return each(path, value -> value.isString() ? change.apply(value.stringValue()) : value);
    }

    /** A member that is a string becomes another string. */
    static Consumer<ObjectNode> text(String path, UnaryOperator<String> change) {
        return retyped(path, text -> JsonNodeFactory.instance.stringNode(change.apply(text)));
    }

    /** Every string whose form is free becomes another one. */
    static Consumer<ObjectNode> everyText(UnaryOperator<String> change) {
        return Stream.concat(TEXTS.stream(), ADDRESS_TEXTS.stream())
                .map(path -> text(path, change))
                .reduce(Consumer::andThen)
                .orElseThrow();
    }

    /** A member that is null becomes something else. */
    static Consumer<ObjectNode> nulled(String path, JsonNode instead) {
        return each(path, value -> value.isNull() ? instead : value);
    }

    /** A member that is there becomes null. */
    static Consumer<ObjectNode> toNull(String path) {
        return each(path, value -> JsonNodeFactory.instance.nullNode());
    }

    /** A member goes. */
    static Consumer<ObjectNode> without(String path) {
        String name = path.substring(path.indexOf('.') + 1);
        return root -> holders(root, path).forEach(holder -> holder.remove(name));
    }

    /** Two members change places. */
    static Consumer<ObjectNode> swapped(String one, String other) {
        return root -> {
            if (root.has(one) && root.has(other)) {
                JsonNode first = root.path(one);
                root.set(one, root.path(other)).set(other, first);
            }
        };
    }

    /** A value, unless it is null, as the one entry of a list. */
    static JsonNode listed(JsonNode value) {
        return value.isNull() ? value : JsonNodeFactory.instance.arrayNode().add(value);
    }

    private static Stream<ObjectNode> holders(ObjectNode root, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return Stream.of(root);
        }
        String holder = path.substring(0, dot);
        return (holder.equals("*") ? ADDRESSES : List.of(holder))
                .stream().map(root::path).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }
}
