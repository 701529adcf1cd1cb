namespace Gateway;

/// <summary>Whether something was taken from a <see cref="FixedWindow"/>.</summary>
/// <param name="RefusedBy">The quota that is used up, or null if there was room in all.</param>
/// <param name="Wait">Until the window ends, which is more than zero.</param>
/// <param name="Window">The number of the window.</param>
internal readonly record struct Admission(Quota? RefusedBy, TimeSpan Wait, long Window);
