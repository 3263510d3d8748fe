package dev.wakit.message.interactive;

import dev.wakit.internal.Check;
import java.util.List;

/**
 * A button that opens a menu of at most ten rows. Immutable.
 *
 * @param button the text of the button, at most 20 characters
 * @param sections 1 to 10 sections with together at most 10 rows; each has a title if there are several
 * @since 0.1
 */
public record ListMenu(String button, List<ListSection> sections) implements InteractiveAction {
    /** The most characters of the button: {@value}. */
    public static final int MAX_BUTTON = 20;

    /** The most sections: {@value}. */
    public static final int MAX_SECTIONS = 10;

    /** The most rows of all sections together: {@value}. */
    public static final int MAX_ROWS = 10;

    public ListMenu {
        Check.text("list.button", button, MAX_BUTTON);
        sections = Check.size("list.sections", sections, 1, MAX_SECTIONS);
        List<ListRow> rows =
                sections.stream().flatMap(section -> section.rows().stream()).toList();
        Check.range("rows of all list sections", rows.size(), 1, MAX_ROWS);
        Check.unique("row ids", rows, ListRow::id);
        Check.that(
                sections.size() == 1
                        || sections.stream().allMatch(section -> section.title().isPresent()),
                "section.title",
                "must be set on every section when there are several.");
    }

    /** Returns a menu of the sections given. */
    public static ListMenu of(String button, ListSection... sections) {
        return new ListMenu(button, List.of(sections));
    }

    /** Returns a menu of one section without a title. */
    public static ListMenu of(String button, ListRow... rows) {
        return new ListMenu(button, List.of(ListSection.of(List.of(rows))));
    }

    @Override
    public InteractiveKind kind() {
        return InteractiveKind.LIST;
    }

    @Override
    public String toString() {
        return "ListMenu[sections=" + sections + "]";
    }
}
