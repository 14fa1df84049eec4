package io.chargeproof.testdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts JSON text, also such as no JSON library would write, in the place of a member. */
public final class RawMember {
    private static final String PLACEHOLDER = "@@chargeproof-raw-member-";
    private static final Pattern PLACE = Pattern.compile("\"" + PLACEHOLDER + "(\\d+)@@\"");

    private RawMember() {}

    /**
     * The text of an object in which something else stands at a path.
     *
     * @param path member names and list positions, joined by dots; all but the last must be there
     * @param raw the JSON text to put there
     */
    public static String replace(ObjectNode body, String path, String raw) {
        return replace(body, Map.of(path, raw));
    }

    /** The text of an object in which something else stands at several paths. */
    public static String replace(ObjectNode body, Map<String, String> rawByPath) {
        ObjectNode copy = body.deepCopy();
        List<String> raw = new ArrayList<>();
        rawByPath.forEach((path, text) -> {
            put(copy, path, PLACEHOLDER + raw.size() + "@@");
            raw.add(text);
        });
        return PLACE.matcher(copy.toString())
                .replaceAll(place -> Matcher.quoteReplacement(raw.get(Integer.parseInt(place.group(1)))));
    }

    private static void put(ObjectNode copy, String path, String placeholder) {
        int dot = path.lastIndexOf('.');
        JsonNode parent = dot < 0 ? copy : at(copy, path.substring(0, dot));
        String name = path.substring(dot + 1);
        if (parent instanceof ObjectNode object) {
            object.put(name, placeholder);
        } else if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), placeholder);
        } else {
            throw new IllegalArgumentException("nothing can stand at " + path + " of " + copy);
        }
    }

    /** What stands at a path; a missing node where nothing does. */
    public static JsonNode at(JsonNode body, String path) {
        JsonNode node = body;
        for (String step : path.split("\\.", -1)) {
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node;
    }
}
