package io.chargeproof.scenario;

import io.chargeproof.testdata.HostileValue;
import io.chargeproof.testdata.HostileValue.Category;
import io.chargeproof.testdata.HostileValues;
import java.util.List;

/** Which of the hostile values a member gets. */
public enum HostileKind {
    /** Those of another JSON type than a string. */
    WRONG_TYPE,
    /** The strings. */
    TEXT,
    /** The strings that name nothing that is there, and show something. */
    STRANGE_TEXT,
    ANY;

    /** All values of that kind. */
    public List<HostileValue> all() {
        return HostileValues.all().stream().filter(this::includes).toList();
    }

    private boolean includes(HostileValue value) {
        return switch (this) {
            case WRONG_TYPE -> value.category() == Category.WRONG_TYPE;
            case TEXT -> value.isText();
            case STRANGE_TEXT ->
                value.isText() && value.category() != Category.EMPTY && value.category() != Category.BLANK;
            case ANY -> true;
        };
    }
}
