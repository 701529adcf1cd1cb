namespace Gateway;

/// <summary>Where a rule's pattern matches.</summary>
/// <param name="Rule">The rule's name; null if no rule confirmed the match.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is; 0 if no rule confirmed the match.</param>
internal readonly record struct GuardrailHit(string? Rule, int Start, int Length);
