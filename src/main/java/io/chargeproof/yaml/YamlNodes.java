package io.chargeproof.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns the parser's nodes into values. */
final class YamlNodes {
    private static final Map<Tag, YamlScalar.Type> TYPES = Map.of(
            Tag.INT, YamlScalar.Type.INTEGER,
            Tag.FLOAT, YamlScalar.Type.DECIMAL,
            Tag.BOOL, YamlScalar.Type.BOOLEAN,
            Tag.NULL, YamlScalar.Type.NULL);

    private YamlNodes() {}

    static YamlValue value(Node node, YamlPlace place) {
        if (node instanceof MappingNode mapping) {
            return map(mapping, place);
        }
        if (node instanceof SequenceNode sequence) {
            return list(sequence, place);
        }
        return scalar((ScalarNode) node, place);
    }

    private static YamlScalar scalar(ScalarNode node, YamlPlace place) {
        boolean tilde = node.isPlain() && node.getValue().equals("~");
        YamlScalar.Type type = tilde ? YamlScalar.Type.NULL : TYPES.getOrDefault(node.getTag(), YamlScalar.Type.TEXT);
        return new YamlScalar(place, node.getValue(), type);
    }

    private static YamlList list(SequenceNode node, YamlPlace place) {
        List<YamlValue> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            items.add(value(item, place.item(items.size(), line(item))));
        }
        return new YamlList(place, items);
    }

    private static YamlMap map(MappingNode node, YamlPlace place) {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            String key = key(tuple.getKeyNode(), place);
            YamlPlace at = place.key(key, line(tuple.getKeyNode()));
            YamlValue earlier = entries.put(key, value(tuple.getValueNode(), at));
            if (earlier != null) {
                throw at.fault("stands twice, first in line " + earlier.place().line() + "; keep one of the two");
            }
        }
        return new YamlMap(place, entries);
    }

    private static String key(Node node, YamlPlace place) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new YamlPlace(place.source(), line(node), place.path())
                .fault("has a key that is a list or a mapping; write a plain name");
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
