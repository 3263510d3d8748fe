package dev.wakit.samples.server.setting;

/** An environment variable of the server. */
public enum Setting {
    PORT("8080", "port to listen on; 0 takes a free one"),
    HOST("127.0.0.1", "address to listen on; another than this computer's own needs WAKIT_ALLOWED_HOSTS"),
    WAKIT_ALLOWED_HOSTS("", "host names under which a proxy with its own login reaches this server, by commas"),
    WAKIT_DB("wakit-campaigns.db", "SQLite file, or a jdbc:postgresql: or jdbc:mariadb: address"),
    WAKIT_DB_USER("", "user of the PostgreSQL or MariaDB database"),
    WAKIT_DB_PASSWORD("", "password of the PostgreSQL or MariaDB database"),
    WAKIT_PROVIDERS_FILE(
            "",
            "file with lines such as wakit.provider.meta.access-token=...; without any provider the simulator is used"),
    WAKIT_DEFAULT_REGION("IN", "country of numbers without a country code"),
    WAKIT_MAX_UPLOAD_MB("5", "largest CSV upload"),
    WAKIT_RETRY_MAX_TRIES("3", "tries of a message in all"),
    WAKIT_RETRY_FIRST_DELAY("PT1M", "delay before the second try; doubles up to an hour"),
    WAKIT_RETRY_QUIET_DELAY("PT24H", "delay after an error that asks to leave the person alone"),
    WAKIT_WORKER("true", "whether this process sends; false for a server whose workers are other processes"),
    WAKIT_KEEP_CAMPAIGNS_DAYS(
            "30",
            "days until a finished campaign is deleted with its deliveries, and a single message that has an end; 0 for never"),
    WAKIT_LEASE("PT30S", "how long the sender stays with a server that was killed, before another one takes it over"),
    WAKIT_EVIDENCE_GRACE("PT24H", "how long a message whose answer was lost may wait for proof"),
    WAKIT_EVIDENCE_LIMIT("P7D", "the same, while no webhook of the sender proves that webhooks work");

    private final String usual;
    private final String summary;

    Setting(String usual, String summary) {
        this.usual = usual;
        this.summary = summary;
    }

    String usual() {
        return usual;
    }

    String summary() {
        return summary;
    }
}
