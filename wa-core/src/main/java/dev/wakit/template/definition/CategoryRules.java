package dev.wakit.template.definition;

import dev.wakit.template.HeaderFormat;
import dev.wakit.template.TemplateCategory;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Which part belongs to which category, and how long messages of a category live. */
final class CategoryRules {
    static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST_PASSWORD = Duration.ofMinutes(15);
    private static final Duration HALF_DAY = Duration.ofHours(12);
    private static final Set<TemplateCategory> MARKETING = Set.of(TemplateCategory.MARKETING);
    private static final Set<TemplateCategory> CONTENT = Set.of(TemplateCategory.MARKETING, TemplateCategory.UTILITY);
    private static final Set<TemplateCategory> PASSWORD = Set.of(TemplateCategory.AUTHENTICATION);

    private final TemplateCategory category;
    private final Findings findings;

    CategoryRules(TemplateCategory category, Findings findings) {
        this.category = category;
        this.findings = findings;
    }

    void check(TemplateComponents components) {
        if (category == TemplateCategory.UNKNOWN) {
            findings.add(
                    TemplateRule.CATEGORY_UNKNOWN,
                    "category",
                    category.name(),
                    "Choose MARKETING, UTILITY or AUTHENTICATION.");
            return;
        }
        components.header().ifPresent(this::header);
        components
                .body()
                .ifPresent(body -> only(
                        "body",
                        body instanceof BodyDefinition.Preset ? PASSWORD : CONTENT,
                        body instanceof BodyDefinition.Preset ? "preset text" : "text of your own"));
        components
                .footer()
                .ifPresent(footer -> only(
                        "footer",
                        footer instanceof FooterDefinition.CodeExpiration ? PASSWORD : CONTENT,
                        footer instanceof FooterDefinition.CodeExpiration ? "code expiration" : "text of your own"));
        components.offer().ifPresent(offer -> only("limited_time_offer", MARKETING, ""));
        if (!components.cards().isEmpty()) {
            only("carousel", MARKETING, "");
        }
        if (components.callPermissionRequest()) {
            only("call_permission_request", CONTENT, "");
        }
        buttons(components);
    }

    private void header(HeaderDefinition header) {
        boolean gif = header.format() == HeaderFormat.GIF;
        only("header", gif ? MARKETING : CONTENT, header.format().name());
        findings.addIf(
                gif && category == TemplateCategory.MARKETING,
                TemplateRule.GIF_ON_MARKETING_ENDPOINT_ONLY,
                "header",
                "GIF",
                "Send it through the marketing endpoint, or use a video.");
    }

    private void buttons(TemplateComponents components) {
        for (int i = 0; i < components.buttons().size(); i++) {
            ButtonDefinition button = components.buttons().get(i);
            boolean password = button instanceof ButtonDefinition.Otp;
            only(
                    "buttons[" + i + "]",
                    password ? PASSWORD : CONTENT,
                    button.getClass().getSimpleName());
        }
        boolean has = components.buttons().stream().anyMatch(ButtonDefinition.Otp.class::isInstance);
        findings.addIf(
                category == TemplateCategory.AUTHENTICATION && !has,
                TemplateRule.OTP_BUTTON_MISSING,
                "buttons",
                "",
                "Add a button that copies the password or hands it over.");
    }

    private void only(String field, Set<TemplateCategory> allowed, String value) {
        findings.addIf(
                !allowed.contains(category),
                TemplateRule.NOT_IN_CATEGORY,
                field,
                value.isEmpty() ? category.name() : value + " in " + category,
                "Leave it out, or choose "
                        + allowed.stream()
                                .sorted()
                                .map(Enum::name)
                                .reduce((a, b) -> a + " or " + b)
                                .orElseThrow() + ".");
    }

    /** Checks a time to live; 30 days stand for the longest in every category. */
    void ttl(Optional<Duration> wanted) {
        if (wanted.isEmpty() || category == TemplateCategory.UNKNOWN) {
            return;
        }
        Duration ttl = wanted.get();
        boolean marketing = category == TemplateCategory.MARKETING;
        Duration least = marketing ? HALF_DAY : SHORTEST;
        Duration most = switch (category) {
            case AUTHENTICATION -> LONGEST_PASSWORD;
            case UTILITY -> HALF_DAY;
            default -> LONGEST;
        };
        boolean within = ttl.compareTo(least) >= 0 && ttl.compareTo(most) <= 0 && ttl.getNano() == 0;
        findings.addIf(
                !within && !ttl.equals(LONGEST),
                TemplateRule.TTL_OUT_OF_RANGE,
                "ttl",
                ttl + " for " + category,
                "Use " + least.toSeconds() + " to " + most.toSeconds() + " whole seconds, or 30 days.");
        findings.addIf(
                marketing,
                TemplateRule.TTL_ON_MARKETING_ENDPOINT_ONLY,
                "ttl",
                ttl.toString(),
                "Send it through the marketing endpoint.");
    }
}
