namespace Gateway;

/// <summary>Whether a run may wait.</summary>
internal enum RunPlace
{
    /// <summary>A place is kept for it.</summary>
    Kept,

    /// <summary>As many runs wait as are allowed, or the gateway is stopping.</summary>
    NoneFree,

    /// <summary>As many runs of its owner wait as are allowed.</summary>
    OwnerHasAll,
}
