package dev.wakit.provider.twilio.internal.content;

import dev.wakit.TemplateException;
import dev.wakit.provider.twilio.content.ContentAction;
import dev.wakit.provider.twilio.content.ContentDraft;
import dev.wakit.provider.twilio.content.ContentType;
import dev.wakit.template.HeaderFormat;
import dev.wakit.template.ParameterFormat;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.definition.BodyDefinition;
import dev.wakit.template.definition.ButtonDefinition;
import dev.wakit.template.definition.CardDefinition;
import dev.wakit.template.definition.FlowButton;
import dev.wakit.template.definition.FooterDefinition;
import dev.wakit.template.definition.HeaderDefinition;
import dev.wakit.template.definition.TemplateComponents;
import dev.wakit.template.definition.TemplateDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a definition as the plainest type of Content that holds it; refuses what no type holds, naming it. One use each. */
final class DefinitionMapper {

    private final TemplateDefinition definition;
    private final TemplateComponents components;
    private final Renumbering numbers;
    private final ButtonMapper buttons;

    private DefinitionMapper(TemplateDefinition definition) {
        this.definition = definition;
        this.components = definition.components();
        this.numbers = new Renumbering(components.parameterFormat() == ParameterFormat.NAMED);
        this.buttons = new ButtonMapper(numbers);
    }

    /**
     * The draft of a definition.
     *
     * @throws TemplateException naming everything that Twilio has no place for
     */
    static ContentDraft draft(TemplateDefinition definition) {
        var mapper = new DefinitionMapper(definition);
        ContentType type = mapper.type();
        mapper.leftovers();
        if (!mapper.numbers.problems().isEmpty()) {
            throw new TemplateException(
                    "Template '" + definition.name() + "' in " + definition.language()
                            + " was not created, because no Content can hold it:",
                    mapper.numbers.problems());
        }
        return ContentDraft.builder(
                        definition.name().value(), definition.language().value(), type)
                .variables(mapper.numbers.examples())
                .build();
    }

    private ContentType type() {
        if (definition.category() == TemplateCategory.AUTHENTICATION) {
            return password();
        }
        String body = body("body", components.body());
        if (!components.cards().isEmpty()) {
            return carousel(body);
        }
        Optional<FlowButton> flow = only(FlowButton.class);
        if (flow.isPresent()) {
            return flow(body, flow.get());
        }
        if (only(ButtonDefinition.Catalog.class).isPresent()) {
            noHeader("A catalog");
            noFooter("A catalog");
            return new ContentType.Catalog("", body, "", "", List.of(), "");
        }
        return card(body);
    }

    private ContentType card(String body) {
        String headerText = components
                .header()
                .filter(HeaderDefinition.Text.class::isInstance)
                .map(it -> numbers.text(((HeaderDefinition.Text) it).content()))
                .orElse("");
        List<String> media =
                components.header().flatMap(it -> media("header", it)).stream().toList();
        String footer = components
                .footer()
                .filter(FooterDefinition.Text.class::isInstance)
                .map(it -> ((FooterDefinition.Text) it).text())
                .orElse("");
        List<ContentAction> actions = actions("button ", components.buttons());
        if (headerText.isEmpty() && footer.isEmpty() && (media.isEmpty() || actions.isEmpty())) {
            long replies = actions.stream()
                    .filter(action -> action.kind() == ContentAction.Kind.QUICK_REPLY)
                    .count();
            if (!media.isEmpty()) {
                return new ContentType.Media(body, media);
            } else if (actions.isEmpty()) {
                return new ContentType.Text(body);
            } else if (replies == actions.size()) {
                return new ContentType.QuickReply(body, actions);
            } else if (replies == 0) {
                return new ContentType.CallToAction(body, actions);
            }
        }
        return new ContentType.WhatsAppCard(body, headerText, footer, media, actions);
    }

    private ContentType carousel(String body) {
        noHeader("A carousel");
        noFooter("A carousel");
        numbers.problemIf(
                !components.buttons().isEmpty(), "A carousel has buttons on its cards only: move the others there.");
        var cards = new ArrayList<ContentType.Carousel.Card>();
        for (int i = 0; i < components.cards().size(); i++) {
            CardDefinition card = components.cards().get(i);
            String where = "card " + i + " ";
            numbers.problemIf(card.body().isEmpty(), "Card " + i + " needs a text, which Twilio demands: add a body.");
            cards.add(new ContentType.Carousel.Card(
                    "",
                    card.body().isEmpty() ? "" : body(where + "body", card.body()),
                    media(where + "header", card.header()).orElse(""),
                    actions(where + "button ", card.buttons())));
        }
        return new ContentType.Carousel(body, cards);
    }

    private ContentType flow(String body, FlowButton flow) {
        numbers.problemIf(
                flow.source() != FlowButton.Source.ID,
                "The flow is named by " + flow.source() + ": name it by its id.");
        numbers.problemIf(flow.icon().isPresent(), "The button of a flow has no icon at Twilio: leave it out.");
        noFooter("A flow");
        numbers.problemIf(
                components
                        .header()
                        .filter(HeaderDefinition.Text.class::isInstance)
                        .isPresent(),
                "A flow has no header text at Twilio: leave it out.");
        return new ContentType.WhatsAppFlow(
                body,
                flow.text(),
                "",
                components.header().flatMap(it -> media("header", it)).orElse(""),
                flow.flow(),
                numbers.variable("flow_token", "unused"),
                flow.screen().orElse(""),
                flow.action().filter(FlowButton.Action.DATA_EXCHANGE::equals).isPresent());
    }

    private ContentType password() {
        var titles = new ArrayList<String>();
        components.buttons().forEach(button -> buttons.password(button).ifPresent(titles::add));
        int minutes = components
                .footer()
                .filter(FooterDefinition.CodeExpiration.class::isInstance)
                .map(it -> (int) ((FooterDefinition.CodeExpiration) it).after().toMinutes())
                .orElse(0);
        boolean recommends = components
                .body()
                .filter(BodyDefinition.Preset.class::isInstance)
                .filter(it -> ((BodyDefinition.Preset) it).securityRecommendation())
                .isPresent();
        numbers.variable("1", "123456");
        return new ContentType.Authentication(titles, recommends, minutes);
    }

    private String body(String where, Optional<BodyDefinition> body) {
        if (body.isPresent() && body.get() instanceof BodyDefinition.Text text) {
            return numbers.text(text.content());
        }
        numbers.problem(
                "The " + where + " must be a text of yours: WhatsApp's own is for authentication templates only.");
        return "";
    }

    private Optional<String> media(String where, HeaderDefinition header) {
        boolean known = header.format() == HeaderFormat.IMAGE
                || header.format() == HeaderFormat.VIDEO
                || header.format() == HeaderFormat.DOCUMENT;
        if (known && header instanceof HeaderDefinition.Media media) {
            return Optional.of(numbers.file(where, media.handle()));
        }
        numbers.problemIf(
                header.format() != HeaderFormat.TEXT,
                "The " + where + " is of format " + header.format()
                        + ", which Twilio does not have: use a text, an image, a video or a document.");
        return Optional.empty();
    }

    private List<ContentAction> actions(String where, List<ButtonDefinition> definitions) {
        var actions = new ArrayList<ContentAction>();
        for (int i = 0; i < definitions.size(); i++) {
            buttons.action(where + i, definitions.get(i)).ifPresent(actions::add);
        }
        return actions;
    }

    private <T extends ButtonDefinition> Optional<T> only(Class<T> kind) {
        List<T> found = components.buttons().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        numbers.problemIf(
                !found.isEmpty() && components.buttons().size() > 1,
                "A button of this kind (" + kind.getSimpleName()
                        + ") stands alone at Twilio: remove the other buttons.");
        return found.stream().findFirst();
    }

    private void noHeader(String what) {
        numbers.problemIf(components.header().isPresent(), what + " has no header at Twilio: leave it out.");
    }

    private void noFooter(String what) {
        numbers.problemIf(components.footer().isPresent(), what + " has no footer at Twilio: leave it out.");
    }

    private void leftovers() {
        numbers.problemIf(components.offer().isPresent(), "Twilio has no limited-time offers: leave the offer out.");
        numbers.problemIf(components.callPermissionRequest(), "Twilio has no call permission requests: leave it out.");
        numbers.problemIf(
                definition.ttl().isPresent(),
                "Twilio has no time to live of templates: leave ttl(...) out and call validityPeriod(...) on the provider.");
        numbers.problemIf(
                definition.linkTracking().isPresent(),
                "Twilio does not track links of templates: leave linkTracking out.");
    }
}
