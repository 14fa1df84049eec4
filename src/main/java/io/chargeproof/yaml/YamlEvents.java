package io.chargeproof.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Looks through a file for what no file of ours needs and what can be turned against its reader. */
final class YamlEvents {
    private static final int DEEPEST = 50;

    private YamlEvents() {}

    static void check(Iterable<Event> events, YamlPlace top) {
        int depth = 0;
        for (Event event : events) {
            YamlPlace here = new YamlPlace(
                    top.source(),
                    event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0),
                    "");
            refuseSharing(event, here);
            refuseTag(event, here);
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw here.fault("values are nested more than " + DEEPEST + " deep; is this the right file?");
            }
        }
    }

    private static void refuseSharing(Event event, YamlPlace here) {
        Optional<Anchor> anchor = event instanceof NodeEvent node ? node.getAnchor() : Optional.empty();
        if (event instanceof AliasEvent || anchor.isPresent()) {
            throw here.fault("anchors and aliases (& and *) aren't supported; write the value out,"
                    + " and put it in quotes if it starts with such a character");
        }
    }

    private static void refuseTag(Event event, YamlPlace here) {
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
        if (tag.isPresent()) {
            throw here.fault("tags (!) aren't supported; leave it out, or put the value in quotes if it starts with !");
        }
    }
}
