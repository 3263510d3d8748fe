package dev.wakit.provider.meta.conformance;

import dev.wakit.provider.CatalogGateway;
import dev.wakit.provider.MediaGateway;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.account.MetaAccount;
import dev.wakit.provider.meta.media.HeaderUploads;
import dev.wakit.provider.meta.template.MetaTemplateManagement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The facades of a provider, which note what is called on them. */
final class WatchedFacades {

    private final MetaProvider provider;
    private final Called called;

    WatchedFacades(MetaProvider provider, Called called) {
        this.provider = provider;
        this.called = called;
    }

    TemplateGateway templates() {
        return called.watch(TemplateGateway.class, provider.templates().orElseThrow());
    }

    MetaTemplateManagement management() {
        return called.watch(
                MetaTemplateManagement.class, provider.templateManagement().orElseThrow());
    }

    MediaGateway media() {
        return called.watch(MediaGateway.class, provider.media().orElseThrow());
    }

    CatalogGateway catalogs() {
        return called.watch(CatalogGateway.class, provider.catalog().orElseThrow());
    }

    HeaderUploads uploads() {
        return called.watch(HeaderUploads.class, provider.headerUploads());
    }

    MetaAccount account() {
        return called.watch(MetaAccount.class, provider.account());
    }

    /** The methods that were called, such as {@code QrCodes.find/2}: the last part is the number of parameters. */
    static final class Called {

        private final Set<String> methods = new TreeSet<>();

        Set<String> methods() {
            return methods;
        }

        <T> T watch(Class<T> facade, T target) {
            Object watched = Proxy.newProxyInstance(
                    facade.getClassLoader(), new Class<?>[] {facade}, (proxy, method, arguments) -> {
                        methods.add(name(method));
                        Object result = invoke(target, method, arguments);
                        return isFacade(method.getReturnType()) ? watchAny(method.getReturnType(), result) : result;
                    });
            return facade.cast(watched);
        }

        private <T> T watchAny(Class<T> facade, Object target) {
            return watch(facade, facade.cast(target));
        }

        private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }
    }

    /** The methods of the provider and of every facade that can be reached from it, but those that only lead to a facade. */
    static Set<String> reachable() {
        var methods = new TreeSet<String>();
        collect(MetaProvider.class, methods);
        return methods;
    }

    private static void collect(Class<?> type, Set<String> methods) {
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic() && !method.getName().equals("toString"))
                .forEach(method -> facade(method.getGenericReturnType())
                        .ifPresentOrElse(facade -> collect(facade, methods), () -> methods.add(name(method))));
    }

    private static Optional<Class<?>> facade(Type type) {
        Stream<Type> types = type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments()).filter(it -> generic.getRawType() == Optional.class)
                : Stream.of(type);
        return types.filter(Class.class::isInstance)
                .<Class<?>>map(Class.class::cast)
                .filter(WatchedFacades::isFacade)
                .findFirst();
    }

    private static boolean isFacade(Class<?> type) {
        return type.isInterface() && !type.isSealed() && type.getPackageName().startsWith("dev.wakit.provider");
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "/" + method.getParameterCount();
    }
}
