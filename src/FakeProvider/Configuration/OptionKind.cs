namespace GatewayBench;

/// <summary>What the text of an option may be, and what it means.</summary>
/// <param name="Name">What help shows in its place, such as <c>number</c>.</param>
/// <param name="Allowed">The words of an error.</param>
/// <param name="TryRead">May also throw a <see cref="FormatException"/> that says more.</param>
/// <param name="Write">The text of a value.</param>
/// <param name="Allows">Whether a value is in range, however it was set.</param>
internal sealed record OptionKind<T>(
    string Name,
    string Allowed,
    OptionKind<T>.Reader TryRead,
    Func<T, string> Write,
    Func<T, bool> Allows
)
{
    public delegate bool Reader(string text, out T value);

    /// <param name="option">Whose text it is, as the user wrote it.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">It is not allowed.</exception>
    public T Read(string option, string text)
    {
        try
        {
            return TryRead(text, out var value) && Allows(value)
                ? value
                : throw InvalidOption.Exception(option, $"'{text}'", Allowed);
        }
        catch (FormatException e)
        {
            throw new ArgumentException($"{option}: {e.Message}", e);
        }
    }

    /// <exception cref="ArgumentException">The value is not allowed.</exception>
    public void Check(string option, T value)
    {
        if (!Allows(value))
        {
            throw InvalidOption.Exception(option, value, Allowed);
        }
    }
}
