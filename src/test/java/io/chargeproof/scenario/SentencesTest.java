package io.chargeproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.chargeproof.GuideExamples;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.cucumber.messages.types.PickleStep;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences that features are made of: each means one thing, and none is idle. */
class SentencesTest {
    /** May only go down. */
    private static final int MOST = 61;

    private static final Map<String, Expression> SENTENCES = sentences();

    @Test
    void are_few() {
        assertThat(methods()).hasSizeLessThanOrEqualTo(MOST);
        assertThat(SENTENCES).hasSizeLessThanOrEqualTo(MOST);
    }

    @Test
    void mean_one_thing_each() {
        Set<String> used = used();
        assertThat(used)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(matching(text))
                        .as("the sentences that '%s' is", text)
                        .hasSize(1));
        assertThat(methods().stream().flatMap(SentencesTest::texts)).doesNotHaveDuplicates();
    }

    @Test
    void are_all_in_use() {
        Set<String> idle = new TreeSet<>(SENTENCES.keySet());
        used().forEach(text -> idle.removeAll(matching(text)));
        assertThat(idle).isEmpty();
    }

    /** By the shipped features, or by the README's examples of scenarios of one's own. */
    private static Set<String> used() {
        Set<String> used = new TreeSet<>();
        Stream.concat(
                        FeatureFiles.pickles().stream(),
                        FeatureFiles.pickles(GuideExamples.of("gherkin").get(0)).stream())
                .forEach(pickle ->
                        pickle.getSteps().stream().map(PickleStep::getText).forEach(used::add));
        return used;
    }

    private static List<String> matching(String text) {
        return SENTENCES.entrySet().stream()
                .filter(each -> each.getValue().match(text) != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Expression> sentences() {
        ExpressionFactory factory = new ExpressionFactory(registry());
        Map<String, Expression> sentences = new TreeMap<>();
        methods().stream()
                .flatMap(SentencesTest::texts)
                .forEach(text -> sentences.put(text, factory.createExpression(text)));
        return sentences;
    }

    private static ParameterTypeRegistry registry() {
        ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ENGLISH);
        for (Method method : declaredMethods().toList()) {
            ParameterType type = method.getAnnotation(ParameterType.class);
            if (type != null) {
                registry.defineParameterType(new io.cucumber.cucumberexpressions.ParameterType<>(
                        method.getName(), type.value(), String.class, (String word) -> word));
            }
        }
        return registry;
    }

    private static List<Method> methods() {
        return declaredMethods()
                .filter(method -> texts(method).findAny().isPresent())
                .toList();
    }

    private static Stream<Method> declaredMethods() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.chargeproof.scenario", "io.chargeproof.api")
                        .stream()
                        .map(JavaClass::reflect)
                        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()));
    }

    private static Stream<String> texts(Method method) {
        return Stream.of(
                        Arrays.stream(method.getAnnotationsByType(Given.class)).map(Given::value),
                        Arrays.stream(method.getAnnotationsByType(When.class)).map(When::value),
                        Arrays.stream(method.getAnnotationsByType(Then.class)).map(Then::value))
                .flatMap(each -> each);
    }
}
