package dev.wakit.template.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of variables in one text. */
final class VariableRules {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern ADJACENT = Pattern.compile("}}\\s*\\{\\{");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final String field;
    private final VariableText content;
    private final Findings findings;
    private final List<String> variables;

    VariableRules(String field, VariableText content, Findings findings) {
        this.field = field;
        this.content = content;
        this.findings = findings;
        this.variables = variables(content.text());
    }

    /** What the braces of a text hold, in order, with repetitions. */
    static List<String> variables(String text) {
        var found = new ArrayList<String>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** A text without its variables. */
    static String withoutVariables(String text) {
        return VARIABLE.matcher(text).replaceAll(" ");
    }

    /** The rules of headers: the form and the examples. */
    VariableRules inHeader() {
        form();
        examples();
        return this;
    }

    /** The rules of bodies: also where variables stand and how many there are. */
    void inBody() {
        form();
        examples();
        String text = content.text().strip();
        boolean edge = text.startsWith("{{") || text.endsWith("}}");
        findings.addIf(
                edge,
                TemplateRule.VARIABLE_AT_EDGE,
                field,
                text.startsWith("{{") ? "at the start" : "at the end",
                "Put words before the first and after the last variable.");
        findings.addIf(
                ADJACENT.matcher(text).find(),
                TemplateRule.VARIABLES_ADJACENT,
                field,
                "",
                "Put words between the variables, or make them one.");
        long words = WORD.matcher(withoutVariables(text)).results().count();
        int distinct = Set.copyOf(variables).size();
        findings.addIf(
                distinct > 0 && words < 2L * distinct + 1,
                TemplateRule.VARIABLES_TOO_MANY,
                field,
                distinct + " variables, " + words + " words",
                "Add words, or drop variables: two words for each variable and one more are usually enough.");
    }

    private void form() {
        for (String variable : Set.copyOf(variables)) {
            findings.addIf(
                    !NUMBER.matcher(variable).matches()
                            && !NAME.matcher(variable).matches(),
                    TemplateRule.VARIABLE_MALFORMED,
                    field,
                    "{{" + shortened(variable) + "}}",
                    "Write {{1}}, or a name of lower-case letters, digits and underscores.");
        }
        String rest = withoutVariables(content.text());
        findings.addIf(
                rest.contains("{{") || rest.contains("}}"),
                TemplateRule.VARIABLE_MALFORMED,
                field,
                "braces that are not closed",
                "Close each {{ with }}.");
        if (variables.stream().allMatch(variable -> NUMBER.matcher(variable).matches())) {
            sequence();
        }
    }

    private void sequence() {
        List<String> appearing = variables.stream().distinct().toList();
        List<String> counted = content.variables();
        for (int i = 0; i < counted.size(); i++) {
            if (!counted.get(i).equals(String.valueOf(i + 1))) {
                findings.add(
                        TemplateRule.VARIABLES_NOT_SEQUENTIAL,
                        field,
                        "{{" + counted.get(i) + "}} where {{" + (i + 1) + "}} is due",
                        "Number the variables 1, 2, 3 without a gap.");
                return;
            }
        }
        findings.addIf(
                !appearing.equals(counted),
                TemplateRule.VARIABLES_OUT_OF_ORDER,
                field,
                "{{" + String.join("}}, {{", appearing) + "}}",
                "Number the variables in the order in which they appear; values are always given by number.");
    }

    private void examples() {
        Set<String> used = new TreeSet<>(content.variables());
        for (String variable : used) {
            String example = content.examples().getOrDefault(variable, "");
            findings.addIf(
                    example.isBlank(),
                    TemplateRule.EXAMPLE_MISSING,
                    field,
                    "{{" + variable + "}}",
                    "Give an example, which reviewers see; no data of real people.");
        }
        for (String given : content.examples().keySet()) {
            findings.addIf(
                    !used.contains(given),
                    TemplateRule.EXAMPLE_UNKNOWN,
                    field,
                    "{{" + shortened(given) + "}}",
                    "Remove the example or add the variable.");
        }
    }

    private static String shortened(String variable) {
        return variable.length() > 40 ? variable.substring(0, 40) + "…" : variable;
    }
}
