package io.chargeproof.yaml;

import java.util.List;

/**
 * A list.
 *
 * @param place where it stands
 * @param items its items in order
 */
public record YamlList(YamlPlace place, List<YamlValue> items) implements YamlValue {
    public YamlList {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "a list";
    }
}
