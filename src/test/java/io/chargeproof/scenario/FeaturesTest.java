package io.chargeproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.requirement.RequirementId;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the features look like, beyond what a parser minds. */
class FeaturesTest {
    private static final int FEWEST_STEPS = 2;
    private static final int MOST_STEPS = 11;
    private static final int MOST_OF_A_BACKGROUND = 2;

    /** What a parser takes for a description though it was meant for something else. */
    private static final Pattern MEANT_FOR_MORE =
            Pattern.compile("\\s*([A-Z][A-Za-z ]{2,20}:.*|(Given|When|Then|And|But|\\*) .*|[|@].*)");

    @Test
    void a_misspelt_keyword_is_no_description() {
        assertThat(descriptions().flatMap(String::lines))
                .isNotEmpty()
                .noneMatch(line -> MEANT_FOR_MORE.matcher(line).matches());
        assertThat("  Scenaro: A customer gets a card").matches(MEANT_FOR_MORE);
    }

    @Test
    void each_scenario_belongs_to_a_rule() {
        FeatureFiles.features()
                .forEach((file, feature) ->
                        assertThat(feature.getChildren()).as(file).isNotEmpty().noneMatch(FeatureFiles::isScenario));
    }

    @Test
    void each_rule_is_about_a_requirement_or_several() {
        assertThat(FeatureFiles.rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(requirements(rule.getTags()))
                    .as(rule.getName())
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
            assertThat(scenarios(rule)).as(rule.getName()).isNotEmpty();
        });
    }

    @Test
    void scenarios_name_what_they_are_about_beyond_their_rule() {
        assertThat(FeatureFiles.features().values())
                .allSatisfy(
                        feature -> assertThat(requirements(feature.getTags())).isEmpty());
        assertThat(FeatureFiles.rules())
                .allSatisfy(rule -> assertThat(scenarios(rule))
                        .allSatisfy(scenario -> assertThat(requirements(scenario.getTags()))
                                .as(scenario.getName())
                                .doesNotHaveDuplicates()
                                .doesNotContainAnyElementsOf(requirements(rule.getTags()))));
    }

    @Test
    void scenarios_do_the_same_in_no_two_places() {
        assertThat(FeatureFiles.pickles().stream()
                        .map(pickle -> meaningfulTags(pickle)
                                + pickle.getSteps().stream()
                                        .map(step -> step.getText() + step.getArgument())
                                        .collect(Collectors.joining())))
                .doesNotHaveDuplicates();
    }

    /** By which a scenario is chosen or left out where another isn't. */
    private static String meaningfulTags(Pickle pickle) {
        return pickle.getTags().stream()
                .map(tag -> tag.getName())
                .filter(tag -> !RequirementId.isOne(tag.substring(1)))
                .sorted()
                .collect(Collectors.joining());
    }

    @Test
    void tags_are_those_that_mean_something() {
        List<String> known = List.of(
                "@evc-net",
                "@oioi",
                "@smoke",
                "@probe",
                "@writes",
                "@hostile",
                "@last",
                "@optional",
                "@uses-primary",
                "@uses-secondary");
        assertThat(FeatureFiles.pickles().stream()
                        .flatMap(pickle -> pickle.getTags().stream())
                        .map(tag -> tag.getName())
                        .filter(tag -> !RequirementId.isOne(tag.substring(1)))
                        .distinct())
                .isSubsetOf(known);
    }

    @Test
    void scenarios_are_short() {
        assertThat(FeatureFiles.pickles().stream()
                        .filter(pickle -> pickle.getSteps().size() < FEWEST_STEPS
                                || pickle.getSteps().size() > MOST_STEPS)
                        .map(FeaturesTest::place))
                .isEmpty();
        assertThat(backgrounds())
                .allSatisfy(
                        background -> assertThat(background.getSteps()).hasSizeLessThanOrEqualTo(MOST_OF_A_BACKGROUND));
    }

    @Test
    void scenarios_of_a_feature_have_names_of_their_own() {
        assertThat(FeatureFiles.pickles().stream().map(FeaturesTest::place)).doesNotHaveDuplicates();
    }

    private static String place(Pickle pickle) {
        String requirement = pickle.getTags().stream()
                .map(tag -> tag.getName())
                .filter(tag -> RequirementId.isOne(tag.substring(1)))
                .findFirst()
                .orElse("");
        return pickle.getUri() + " " + requirement + " " + pickle.getName();
    }

    private static List<String> requirements(List<Tag> tags) {
        return tags.stream()
                .map(tag -> tag.getName().substring(1))
                .filter(RequirementId::isOne)
                .toList();
    }

    private static Stream<Scenario> scenarios(Rule rule) {
        return rule.getChildren().stream().flatMap(child -> child.getScenario().stream());
    }

    private static Stream<Background> backgrounds() {
        return FeatureFiles.features().values().stream()
                .flatMap(feature -> feature.getChildren().stream())
                .flatMap(child -> Stream.concat(
                        child.getBackground().stream(),
                        child.getRule().stream()
                                .flatMap(rule -> rule.getChildren().stream())
                                .map(RuleChild::getBackground)
                                .flatMap(each -> each.stream())));
    }

    private static Stream<String> descriptions() {
        return FeatureFiles.features().values().stream().flatMap(FeaturesTest::descriptions);
    }

    private static Stream<String> descriptions(Feature feature) {
        Stream<Rule> rules =
                feature.getChildren().stream().map(FeatureChild::getRule).flatMap(each -> each.stream());
        return Stream.concat(
                Stream.of(feature.getDescription()),
                rules.flatMap(rule -> Stream.concat(
                        Stream.of(rule.getDescription()),
                        scenarios(rule)
                                .flatMap(scenario -> Stream.concat(
                                        Stream.of(scenario.getDescription()),
                                        scenario.getExamples().stream().map(examples -> examples.getDescription()))))));
    }
}
