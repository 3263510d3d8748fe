package dev.wakit.store.jdbc.internal;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_setting}. Settings of the installation have the tenant ''. */
public final class SettingTable {

    private SettingTable() {}

    /** The value of a name. */
    public static Optional<byte[]> find(Handle handle, String name) {
        return handle.createQuery("SELECT value FROM wa_setting WHERE tenant_id = '' AND name = :name")
                .bind("name", name)
                .mapTo(byte[].class)
                .findOne();
    }

    /** Sets the value of a name that has none. */
    public static void add(Handle handle, String name, byte[] value) {
        handle.createUpdate("""
                        INSERT INTO wa_setting (tenant_id, name, value) VALUES ('', :name, :value)
                        ON CONFLICT (tenant_id, name) DO NOTHING
                        """).bind("name", name).bind("value", value).execute();
    }
}
