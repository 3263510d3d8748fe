package dev.wakit.samples.quickstart;

import dev.wakit.WhatsApp;
import dev.wakit.address.PhoneNumber;
import dev.wakit.message.ApprovedTemplate;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateStatus;
import dev.wakit.template.definition.TemplateComponents;
import dev.wakit.template.definition.TemplateDefinition;
import dev.wakit.template.definition.TemplateLint;
import dev.wakit.testkit.meta.MetaSimulator;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Writes a template, lets the lint find a mistake, submits it, waits for its review and sends it. */
public final class TemplateMain {

    private static final TemplateName NAME = TemplateName.of("table_reminder");
    private static final LanguageCode ENGLISH = LanguageCode.of("en_US");

    private TemplateMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws Exception {
        try (var simulator = MetaSimulator.builder()
                        .templateReview(Duration.ofMillis(300))
                        .start();
                var meta = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
                        .baseUrl(simulator.baseUrl())
                        .businessAccountId(simulator.wabaId())
                        .build()) {
            TemplateGateway templates = meta.templates().orElseThrow();
            submit(templates);
            send(WhatsApp.using(meta), reviewed(templates));
            templates.delete(NAME);
            System.out.println("Left: " + templates.find(NAME, ENGLISH).isPresent());
        }
    }

    // region submit
    private static void submit(TemplateGateway templates) {
        var mistake = definition("{{1}}, your table at {{2}} waits.", "Asha", "20:00");
        TemplateLint.check(mistake).forEach(finding -> System.out.println("Lint: " + finding.rule()));

        var receipt = templates.create(definition("Hello {{1}}, your table at {{2}} waits.", "Asha", "20:00"));
        System.out.println(receipt.status() + " as " + receipt.category());
    }

    private static TemplateDefinition definition(String body, String... examples) {
        var components = TemplateComponents.builder()
                .body(body, examples)
                .footer("Harbour kitchen")
                .build();
        return TemplateDefinition.builder(NAME, ENGLISH, TemplateCategory.UTILITY, components)
                .build();
    }
    // endregion

    private static Template reviewed(TemplateGateway templates) throws InterruptedException {
        for (int look = 0; look < 100; look++) {
            templates.evict(NAME, ENGLISH);
            Template template = templates.find(NAME, ENGLISH).orElseThrow();
            if (template.status() != TemplateStatus.PENDING) {
                System.out.println(template.status() + " after review");
                return template;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("The review takes longer than 10 seconds");
    }

    // region handle
    private static void send(WhatsApp whatsApp, Template approved) {
        var reminder = ApprovedTemplate.of(approved).fill(values -> values.body("Asha", "20:00"));
        whatsApp.send(PhoneNumber.parse("+91 99978 78323"), reminder);
        System.out.println("Sent");
    }
    // endregion
}
