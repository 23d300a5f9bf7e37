-- Matching: an offer that is out holds the worker's place until then, and why there are fewer than
-- three offers (NULL: there are three, or nobody has worked that out).

ALTER TABLE matching_offer ADD COLUMN holds_until BIGINT;
ALTER TABLE matching_offer ADD COLUMN fewer TEXT;
CREATE INDEX matching_offer_holds ON matching_offer (state, holds_until);

-- Offers that are out already hold their places for five days from when they went out.
UPDATE matching_offer SET holds_until = released_at + 432000000000 WHERE state = 'released';
