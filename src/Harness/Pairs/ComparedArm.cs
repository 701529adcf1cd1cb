namespace GatewayBench;

/// <summary>One side of a comparison, as reports name it.</summary>
/// <param name="Title">What the user called it.</param>
/// <param name="Identity">The same for the same build: a hash of its files, or its URL.</param>
/// <param name="Commit">The git revision; null where it is none.</param>
/// <param name="Settings">What was set beyond the bench file, <c>key=value</c> each; secrets redacted.</param>
internal sealed record ComparedArm(
    string Title,
    string Identity,
    string? Commit,
    IReadOnlyList<string> Settings
)
{
    /// <summary>Whether it is the same build with the same settings, as far as these can be told.</summary>
    public bool IsSameAs(ComparedArm other) =>
        Identity == other.Identity && Settings.SequenceEqual(other.Settings);

    public override string ToString() =>
        Settings.Count == 0 ? Title : $"{Title} with {string.Join(", ", Settings)}";
}
