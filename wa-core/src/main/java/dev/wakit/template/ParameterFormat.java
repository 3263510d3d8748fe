package dev.wakit.template;

/**
 * How the variables of a template are written.
 *
 * @since 0.1
 */
public enum ParameterFormat {
    /** By number: <code>{{1}}</code>, in order. */
    POSITIONAL,
    /** By name: <code>{{first_name}}</code>, in any order. */
    NAMED
}
