# Words for what people choose from
## Experiences, as they stand inside a sentence: “has also lived with …”.
experience-anxiety = anxiety or panic
experience-depression = depression
experience-bipolar = great highs and lows (bipolar)
experience-postnatal-depression = low times after having a baby
experience-ocd = thoughts or acts one has to repeat (OCD)
experience-agoraphobia = finding it hard to leave the house
experience-psychosis = psychosis, or losing touch with what others call real
experience-hearing-voices = hearing voices
experience-dissociation = feeling far away or unreal (dissociation)
experience-schizophrenia-label = being given the label schizophrenia
experience-borderline-label = being given the label borderline
experience-trauma = something terrible that stays with you (trauma)
experience-ptsd = flashbacks, nightmares, always being on guard (PTSD)
experience-domestic-violence = violence at home
experience-childhood-abuse = being hurt as a child
experience-bullying = bullying
experience-racism = racism
experience-self-harm = hurting oneself
experience-suicide-attempt = trying to end one’s life
experience-eating-disorder = a hard relationship with food or one’s body
experience-bereavement = losing someone close
experience-bereavement-by-suicide = losing someone to suicide
experience-perinatal-loss = losing a baby
experience-addiction-alcohol = trouble with alcohol
experience-addiction-drugs = trouble with drugs
experience-gambling = trouble with gambling
experience-hospital-stay = staying in a mental-health ward
experience-compulsory-treatment = being treated against one’s will
experience-seclusion = being locked in or held down
experience-prison = prison
experience-homelessness = having no home
experience-unemployment = being without work
experience-burnout-at-work = burning out at work
experience-migration = starting again in another country
experience-refugee = having to flee
experience-military-service = serving in the forces
experience-adhd = ADHD
experience-autism = being autistic
experience-chronic-pain = pain that does not go away
experience-brain-injury = a brain injury
experience-coming-out = coming out
experience-gender-transition = changing how one lives one’s gender
experience-caring-for-parent = caring for a parent
experience-caring-for-child = caring for a child who struggles
experience-caring-for-partner = caring for a partner
experience-young-carer = caring for someone while still young

## Headings over groups of experiences.
experience-group-mood = Mood and worry
experience-group-mind = Seeing, hearing and feeling differently
experience-group-hurt = Being hurt by others
experience-group-dark = The darkest times
experience-group-loss = Loss
experience-group-habits = Habits that are hard to stop
experience-group-services = Hospitals, courts, prison
experience-group-life = Work, home and where one belongs
experience-group-self = Body, brain and who one is
experience-group-caring = Caring for someone

## What one may wish for in a supporter, as it stands inside a sentence.
trait-gender-woman = a woman
trait-gender-man = a man
trait-gender-nonbinary = non-binary
trait-age-18-24 = aged 18 to 24
trait-age-25-34 = aged 25 to 34
trait-age-35-44 = aged 35 to 44
trait-age-45-54 = aged 45 to 54
trait-age-55-64 = aged 55 to 64
trait-age-65-plus = aged 65 or more
trait-culture-first-nations = First Nations
trait-culture-maori = Māori
trait-culture-arab = Arab
trait-culture-chinese = Chinese
trait-culture-latin = Latin American
trait-culture-african = African
trait-culture-european = European
trait-lgbtq-yes = part of the LGBTQ+ community
trait-parent-yes = a parent

## Headings over groups of wishes.
trait-group-gender = Gender
trait-group-age = Age
trait-group-culture = Culture
trait-group-lgbtq = LGBTQ+
trait-group-parent = Children

## Lines of work.
sector-health = health and care
sector-education = schools and teaching
sector-construction = building
sector-police = police
sector-fire = fire and rescue
sector-retail = shops
sector-hospitality = hotels, cafés, kitchens
sector-farming = farming and fishing
sector-mining = mining
sector-office = office work
sector-transport = driving and transport
sector-defence = armed forces

## Trainings.
training-suicide-prevention = suicide prevention
training-eating-disorders = eating disorders
training-trauma = working with trauma
training-family = working with families
training-aod = alcohol and other drugs

## Ways of meeting.
mode-chat = by writing
mode-phone = by phone
mode-video = by video
mode-in-person = face to face

## Kinds of supporter.
kind-peer-worker = peer support worker
kind-recovery-coach = recovery coach
kind-carer-peer = peer for family and friends

## How much something matters, 1 to 5.
weight-1 = nice to have
weight-2 = helpful
weight-3 = important
weight-4 = very important
weight-5 = essential
