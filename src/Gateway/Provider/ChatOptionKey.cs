namespace Gateway;

/// <summary>The name of an additional property, and the type that it must have.</summary>
internal sealed record ChatOptionKey<T>(string Name)
{
    /// <summary>Its value, or null where it isn't given.</summary>
    /// <exception cref="NotSupportedException">It is of another type.</exception>
    public T? Read(IReadOnlyDictionary<string, object?>? properties) =>
        (properties?.GetValueOrDefault(Name)) switch
        {
            null => default,
            T value => value,
            var other => throw new NotSupportedException(
                $"Option '{Name}' is of type {other.GetType().Name}: allowed is "
                    + $"{(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)).Name}."
            ),
        };
}
