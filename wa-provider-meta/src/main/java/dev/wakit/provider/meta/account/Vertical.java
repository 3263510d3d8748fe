package dev.wakit.provider.meta.account;

/**
 * What a business does.
 *
 * @since 0.1
 */
public enum Vertical {
    /** Anything else. */
    OTHER,
    /** Cars. */
    AUTO,
    /** Beauty, spa and salon. */
    BEAUTY,
    /** Clothing. */
    APPAREL,
    /** Education. */
    EDU,
    /** Entertainment. */
    ENTERTAIN,
    /** Events. */
    EVENT_PLAN,
    /** Finance and banking. */
    FINANCE,
    /** Groceries. */
    GROCERY,
    /** Public service. */
    GOVT,
    /** Hotels. */
    HOTEL,
    /** Medicine and health. */
    HEALTH,
    /** Charity. */
    NONPROFIT,
    /** Professional services. */
    PROF_SERVICES,
    /** Shopping. */
    RETAIL,
    /** Travel and transport. */
    TRAVEL,
    /** Restaurants. */
    RESTAURANT,
    /** Alcoholic drinks. */
    ALCOHOL,
    /** Gambling online. */
    ONLINE_GAMBLING,
    /** Gambling in a place. */
    PHYSICAL_GAMBLING,
    /** Drugs without prescription. */
    OTC_DRUGS
}
