package io.chargeproof.run;

import io.chargeproof.api.ApiModule;
import io.chargeproof.api.ApiModules;
import io.chargeproof.api.UsageException;
import io.chargeproof.yaml.NearestName;
import io.cucumber.cucumberexpressions.CaptureGroupTransformer;
import io.cucumber.cucumberexpressions.CucumberExpressionException;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.StepDefinitionAnnotation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/** The sentences that scenarios are made of, as the annotations of step definitions have them. */
public final class Sentences {
    /** The packages of the shipped step definitions. */
    static final List<String> SHIPPED = Stream.concat(
                    Stream.of("io.chargeproof.scenario"),
                    ApiModules.all().stream().map(ApiModule::packageName))
            .toList();

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|'[^']*'");
    /** Numbers in the expression of a sentence: one, or several in a row. */
    private static final Pattern NUMBERS = Pattern.compile("\\\\d\\+(\\(\\?:[^)]*\\)[*?])*");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final Map<String, String> BUILT_IN = Map.of(
            "int", "a whole number",
            "string", "a text in quotation marks",
            "word", "a word",
            "float", "a number",
            "double", "a number");
    private static final int MOST_FORMS = 400;

    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final List<Sentence> all = new ArrayList<>();
    private final ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ENGLISH);

    /**
     * A sentence.
     *
     * @param keyword that of its annotation, such as {@code Then}
     * @param text the sentence as its annotation has it: a Cucumber expression or a regular expression
     * @param definition the step definition, as class and method
     * @param expression what recognises it
     * @param parameters the words that may stand in place of each of its parameters, by their names
     */
    record Sentence(
            String keyword,
            String text,
            String definition,
            Expression expression,
            Map<String, List<String>> parameters) {
        Sentence {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }

        boolean isShipped() {
            return SHIPPED.stream().anyMatch(name -> definition.startsWith(name + "."));
        }

        boolean isOutcome() {
            return keyword.equals("Then");
        }

        /** The sentence without the signs of a regular expression that say nothing to those who write scenarios. */
        String shown() {
            return text.replaceAll("^\\^|\\$$", "").replace("(?:", "(");
        }
    }

    private Sentences() {}

    /** The shipped sentences. */
    public static Sentences shipped() {
        return of(List.of());
    }

    /**
     * The shipped sentences, and those of packages of one's own.
     *
     * @throws UsageException if a package has no step definitions, or one of them can't be used
     */
    public static Sentences of(List<String> own) {
        Sentences sentences = new Sentences();
        List<Method> methods = new ArrayList<>();
        SHIPPED.forEach(name -> methods.addAll(methods(name)));
        for (String name : own) {
            List<Method> found = methods(name);
            if (found.isEmpty()) {
                throw new UsageException("--glue: the package " + name
                        + " has no step definitions that can be loaded; name the package of compiled ones");
            }
            methods.addAll(found);
        }
        methods.forEach(sentences::defineWords);
        methods.forEach(sentences::defineSentences);
        sentences.all.sort(Comparator.comparing(Sentence::definition).thenComparing(Sentence::text));
        return sentences;
    }

    /** Public methods with an annotation of Cucumber's, in a package and those below it. */
    private static List<Method> methods(String packageName) {
        if (!packageName.matches("[\\p{L}_$][\\w$]*(\\.[\\p{L}_$][\\w$]*)*")) {
            throw new UsageException(
                    "--glue takes the name of a package such as com.example.steps, not '" + packageName + "'");
        }
        List<Method> methods = new ArrayList<>();
        for (Class<?> type : ReflectionSupport.findAllClassesInPackage(packageName, each -> true, name -> true)) {
            try {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> Arrays.stream(method.getAnnotations())
                                .anyMatch(
                                        each -> each.annotationType().getName().startsWith("io.cucumber.java.")))
                        .forEach(methods::add);
            } catch (LinkageError unloadable) {
                throw new UsageException("--glue: " + type.getName() + " can't be loaded (" + unloadable
                        + "); compile it, and have what it uses on the class path");
            }
        }
        return methods;
    }

    private void defineWords(Method method) {
        io.cucumber.java.ParameterType type = method.getAnnotation(io.cucumber.java.ParameterType.class);
        if (type == null) {
            return;
        }
        String name = type.name().isEmpty() ? method.getName() : type.name();
        words.put(name, Forms.of(type.value(), MOST_FORMS));
        CaptureGroupTransformer<Object> unused = parts -> "";
        define(
                method,
                () -> registry.defineParameterType(new ParameterType<>(
                        name,
                        List.of(type.value()),
                        Object.class,
                        unused,
                        type.useForSnippets(),
                        type.preferForRegexMatch(),
                        type.useRegexpMatchAsStrongTypeHint())));
    }

    private void defineSentences(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            texts(annotation)
                    .forEach(text -> define(method, () -> {
                        Expression expression = new ExpressionFactory(registry).createExpression(text.text());
                        all.add(new Sentence(
                                text.keyword(), text.text(), name(method), expression, parameters(text.text())));
                    }));
        }
    }

    private static void define(Method method, Runnable definition) {
        try {
            definition.run();
        } catch (CucumberExpressionException | java.util.regex.PatternSyntaxException wrong) {
            throw new UsageException("--glue: " + name(method) + " can't be used: "
                    + String.valueOf(wrong.getMessage())
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .reduce((one, two) -> one + " " + two)
                            .orElse(""));
        }
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }

    private record Text(String keyword, String text) {}

    /** The sentences of an annotation: one, or those of a container where it is repeated. */
    private static Stream<Text> texts(Annotation annotation) {
        Class<? extends Annotation> type = annotation.annotationType();
        Object value = value(annotation);
        if (value instanceof String text && type.isAnnotationPresent(StepDefinitionAnnotation.class)) {
            return Stream.of(new Text(type.getSimpleName(), text));
        }
        return value instanceof Annotation[] several
                ? Arrays.stream(several).flatMap(Sentences::texts)
                : Stream.empty();
    }

    private static Object value(Annotation annotation) {
        try {
            return annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException hasNone) {
            return "";
        }
    }

    private Map<String, List<String>> parameters(String text) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!text.startsWith("^")) {
            Matcher parameter = PARAMETER.matcher(text);
            while (parameter.find()) {
                String name = parameter.group(1);
                parameters.put(name, words.getOrDefault(name, List.of(BUILT_IN.getOrDefault(name, "anything"))));
            }
        }
        return parameters;
    }

    /** The sentences that a step is; more than one leave open which is meant. */
    List<Sentence> meaning(String step) {
        return all.stream()
                .filter(sentence -> sentence.expression().match(step) != null)
                .toList();
    }

    /** The sentence that is most like a step, its words filled in, unless none is alike. */
    Optional<String> nearest(String step) {
        Set<String> forms = new TreeSet<>();
        all.forEach(sentence -> forms.addAll(forms(sentence)));
        return NearestName.to(plain(step), forms).map(form -> withLiteralsOf(step, form));
    }

    private Collection<String> forms(Sentence sentence) {
        String regex = sentence.text().startsWith("^")
                ? sentence.shown()
                : PARAMETER
                        .matcher(sentence.text()
                                .replaceAll("\\(([^)]*)\\)", "($1)?")
                                .replaceAll("(\\w+)/(\\w+)", "($1|$2)"))
                        .replaceAll(found -> Matcher.quoteReplacement(filled(found.group(1))));
        return Forms.of(NUMBERS.matcher(regex).replaceAll("0"), MOST_FORMS);
    }

    private String filled(String parameter) {
        return switch (parameter) {
            case "int" -> "0";
            case "string" -> "\"…\"";
            default ->
                words.containsKey(parameter)
                        ? "(" + String.join("|", words.get(parameter)) + ")"
                        : "{" + parameter + "}";
        };
    }

    private static String plain(String step) {
        return NUMBER.matcher(LITERAL.matcher(step).replaceAll("\"…\"")).replaceAll("0");
    }

    /** Puts a step's own texts and numbers in place of those that stand for any. */
    private static String withLiteralsOf(String step, String form) {
        String filled = form;
        for (Matcher literal = LITERAL.matcher(step); literal.find(); ) {
            filled = filled.replaceFirst("\"…\"", Matcher.quoteReplacement(literal.group()));
        }
        for (Matcher number = NUMBER.matcher(LITERAL.matcher(step).replaceAll("")); number.find(); ) {
            filled = filled.replaceFirst("\\b0\\b", number.group());
        }
        return filled;
    }

    /**
     * What scenarios may say, for reading: each sentence, and the words that may stand in place of its parameters.
     *
     * @param word what the sentence or its words must contain, in whatever case; empty for all
     */
    public List<String> lines(String word) {
        List<String> lines = new ArrayList<>();
        String wanted = word.toLowerCase(Locale.ROOT);
        all.stream()
                .filter(sentence -> searched(sentence).toLowerCase(Locale.ROOT).contains(wanted))
                .forEach(sentence -> {
                    lines.add(sentence.keyword() + " " + sentence.shown());
                    sentence.parameters()
                            .forEach((name, forms) -> lines.add("    {" + name + "}: " + String.join(" | ", forms)));
                });
        return lines;
    }

    private static String searched(Sentence sentence) {
        return sentence.keyword() + " " + sentence.shown() + " " + sentence.parameters();
    }
}
