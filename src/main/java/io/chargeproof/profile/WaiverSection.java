package io.chargeproof.profile;

import io.chargeproof.requirement.Apis;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one waiver of a profile. */
final class WaiverSection {
    private static final NumberRange STATUS = new NumberRange(100, 599);
    private static final NumberRange CODE = new NumberRange(0, 999);

    private final Section section;
    private final RequirementCatalogue catalogue;
    private final LocalDate today;

    WaiverSection(Section section, RequirementCatalogue catalogue, LocalDate today) {
        this.section = section;
        this.catalogue = catalogue;
        this.today = today;
    }

    Waiver read() {
        RequirementId requirement = requirement();
        Optional<Section> where = section.section("where", ProfileKeys.WHERE);
        Integer code = number(where, "code", CODE);
        if (code != null && Apis.resultCodes(requirement.api().label()).isEmpty()) {
            throw section.place("where")
                    .fault("has a result code, and " + requirement.api().name() + " has none; write a status instead");
        }
        return new Waiver(
                requirement,
                where.flatMap(each -> each.optionalText("operation")).orElse(null),
                number(where, "status", STATUS),
                code,
                section.text("reason", "\"why the breach is excused\""),
                until());
    }

    private RequirementId requirement() {
        String text = section.text("requirement", catalogue.all().get(0).id().value());
        if (!RequirementId.isOne(text) || !isKnown(new RequirementId(text))) {
            throw section.place("requirement")
                    .fault("is no requirement that is known; 'chargeproof requirements' lists those there are");
        }
        return new RequirementId(text);
    }

    /** Those on clients too: what passed between both sides is judged with the same profile. */
    private boolean isKnown(RequirementId id) {
        return catalogue.find(id).isPresent()
                || RequirementCatalogue.ofClients().find(id).isPresent();
    }

    private static @Nullable Integer number(Optional<Section> where, String key, NumberRange range) {
        return where.filter(each -> each.find(key).isPresent())
                .map(each -> range.read(each, key, 0))
                .orElse(null);
    }

    private LocalDate until() {
        LocalDate until = date(section.text("until", "2027-01-31"));
        if (until.isBefore(today)) {
            throw section.place("until")
                    .fault("is past (" + until
                            + "); repair the breach and take the waiver out, or give it a later date");
        }
        return until;
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw section.place("until").fault("must be a date, such as 2027-01-31");
        }
    }
}
